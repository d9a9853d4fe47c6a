using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// Attaches what the pair has made, as a file of at most 20 MB: a lesson plan, a recording, a presentation. PDF, office documents without
/// macros, pictures, MP4 and plain text; the content has to be what the name says. <c>title</c>: at most 300 characters; <c>activityId</c>: an
/// activity of the roadmap.
/// </summary>
public static class AddProduct
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/products", async (Guid programId, IFormFile file, [FromForm] string title, [FromForm] Guid? activityId,
            IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(programId, title, activityId, await Files.Read(file, "/file", ct)), ct);
                return TypedResults.Created($"/api/v1/programs/{programId}/products/{added.Id}/file", added);
            })
            .DisableAntiforgery()
            .TakesFile(Files.LargestForm, Uploads.OfProgram, "programId")
            .Operation(nameof(AddProduct), Permission.RoadmapProgress);

    public sealed record Command(Guid Id, string Title, Guid? ActivityId, [property: JsonIgnore] Files.Upload File) : ICommand<Result>
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
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            if (!program.IsInForce) throw new RuleViolation("program.not-in-force");
            if (command.ActivityId is not null && !await db.One<bool>("""
                select exists (select from roadmap_activity where program_id = @Id and id = @ActivityId)
                """, new { command.Id, command.ActivityId }, ct))
                throw new BadInput("product.activity-unknown") { Pointer = "/activityId" };

            var stored = await files.Keep(command.File, FileKind.Product, program.OrganizationId, program.RegionCode, program.Id, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne("""
                insert into program_product (id, program_id, organization_id, region_code, activity_id, title, file_id, added_by, added_by_name, added_at)
                select @Id, id, organization_id, region_code, @ActivityId, @Title, @File, @By, @ByName, @Now from program where id = @Program
                """, new
            {
                Id = id, Program = program.Id, command.ActivityId, command.Title, File = stored.Id, By = caller.Id, ByName = caller.Name,
                Now = now.UtcDateTime
            }, ct);
            audit.About(program.OrganizationId, program.RegionCode, id, new ProductUploaded(stored.MediaType, stored.Size), program.Id);
            return new(id);
        }
    }
}
