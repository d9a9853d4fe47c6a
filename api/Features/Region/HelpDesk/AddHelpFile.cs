using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>
/// Either side attaches a file of at most 20 MB to a question or its answer; both sides read it, and nobody else. It counts as a file of the
/// asker's school. PDF, office documents without macros, pictures, MP4 and plain text; the content has to be what the name says.
/// </summary>
public static class AddHelpFile
{
    /// <summary>More is no question but an archive.</summary>
    const int Most = 20;

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/files", async (Guid requestId, IFormFile file, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(requestId, await Files.Read(file, "/file", ct)), ct);
                return TypedResults.Created($"/api/v1/help-requests/{requestId}/files/{added.Id}", added);
            })
            .DisableAntiforgery()
            .TakesFile(Files.LargestForm, "select organization_id, region_code, null::uuid program_id from help_request where id = @Id", "requestId")
            .Operation(nameof(AddHelpFile), Permission.HelpDesk);

    public sealed record Command(Guid Id, [property: JsonIgnore] Files.Upload File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.Content));
    }

    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Files files, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpThread.Lock(command.Id, db, caller, time, ct);
            if (await db.One<int>("select count(*)::int from help_entry where request_id = @Id and file_id is not null", new { command.Id }, ct) >= Most)
                throw new RuleViolation("help.files-many", ("most", Most));
            Guid[] readers = [request.PersonId, request.BodyId, .. request.SchoolSees ? [request.OrganizationId] : Array.Empty<Guid>()];
            var stored = await files.Keep(command.File, FileKind.Help, request.OrganizationId, request.RegionCode, null, ct, readers);
            var id = await request.Write(HelpEntryKind.File, stored.Name, db, caller, time, ct, file: stored.Id);
            HelpThread.Tell(request, HelpEntryKind.File, audit, caller);
            return new(id);
        }
    }
}
