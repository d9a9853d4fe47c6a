using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>
/// Somebody in an initiative brings a file of at most 20 MB; its members read it, and nobody else. PDF, office documents without macros,
/// pictures, MP4 and plain text; the content has to be what the name says.
/// </summary>
public static class AddInitiativeFile
{
    /// <summary>More is no working group but an archive.</summary>
    const int Most = 100;

    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/files", async (Guid initiativeId, IFormFile file, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(initiativeId, await Files.Read(file, "/file", ct)), ct);
                return TypedResults.Created($"/api/v1/initiatives/{initiativeId}/files/{added.Id}", added);
            })
            .WithDescription("It takes room where the initiative was started, wherever the member works.")
            .DisableAntiforgery()
            .TakesFile(Files.LargestForm, "select organization_id, region_code, null::uuid program_id from initiative where id = @Id", "initiativeId")
            .Operation(nameof(AddInitiativeFile), Permission.InitiativeWork);

    public sealed record Command(Guid Id, [property: JsonIgnore] Files.Upload File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.Content));
    }

    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Caller caller, Files files, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Join(command.Id, db, caller, time, ct);
            var stored = await files.Keep(command.File, FileKind.Initiative, row.OrganizationId, row.RegionCode, null, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                row.RegionCode, FileRow = id, row.Id, File = stored.Id, stored.Name, stored.Size, Now = now.UtcDateTime, caller.Person, By = caller.Name,
            }, ct);
            // Counted after it: the initiative is held from there on.
            if (await db.One<int>("select count(*)::int from initiative_file where initiative_id = @Id", new { row.Id }, ct) > Most)
                throw new RuleViolation("initiative.files-many", ("most", Most));
            row.Tell(audit, new InitiativeFileAdded());
            return new(id);
        }
    }

    const string Insert = """
        insert into initiative_file (region_code, id, initiative_id, file_id, name, size, added_at, added_by, added_by_name)
        values (@RegionCode, @FileRow, @Id, @File, @Name, @Size, @Now, @Person, @By)
        """;
}
