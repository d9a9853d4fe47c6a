using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>
/// An author attaches a material to a draft, as a file of at most 20 MB: a lesson plan, a recording, a form. PDF, office documents without
/// macros, pictures, MP4 and plain text; the content has to be what the name says. <c>title</c>: at most 300 characters.
/// </summary>
public static class AddPracticeMaterial
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPost("/materials", async (Guid practiceId, IFormFile file, [FromForm] string title, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(practiceId, title, await Files.Read(file, "/file", ct)), ct);
                return TypedResults.Created($"/api/v1/practices/{practiceId}/materials/{added.Id}", added);
            })
            .DisableAntiforgery()
            .TakesFile(Files.LargestForm, "select organization_id, region_code, null::uuid program_id from practice where id = @Id",
                "practiceId")
            .Operation(nameof(AddPracticeMaterial), Permission.PracticeShare);

    public sealed record Command(Guid Id, string Title, [property: JsonIgnore] Files.Upload File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.Content));
    }

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Title).NotEmpty().MaximumLength(300);
    }

    public sealed class Handler(Db db, Files files, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.LockOwn(db, caller, command.Id, null, ct);
            if (practice.Status != PracticeStatus.Draft) throw new RuleViolation("practice.not-now");
            var stored = await files.Keep(command.File, FileKind.PracticeMaterial, practice.OrganizationId, practice.RegionCode, null, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne("""
                insert into practice_material (id, practice_id, organization_id, region_code, title, file_id, added_at)
                select @Material, id, organization_id, region_code, @Title, @File, @Now from practice where id = @Id
                """, new { Material = id, command.Id, command.Title, File = stored.Id, Now = now.UtcDateTime }, ct);
            audit.About(practice.OrganizationId, practice.RegionCode, id, new PracticeMaterialAdded(stored.MediaType, stored.Size));
            return new(id);
        }
    }
}
