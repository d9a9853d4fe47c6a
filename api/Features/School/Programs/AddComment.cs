using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Writes a comment that everybody who works with the program reads.</summary>
public static class AddComment
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/comments", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var written = await mediator.Send(new Command(programId, body.Text), ct);
                return TypedResults.Created($"/api/v1/programs/{programId}/comments", written);
            })
            .Operation(nameof(AddComment), Permission.ProgramComment);

    /// <param name="Text">At most 4,000 characters.</param>
    public sealed record Body(string Text);

    public sealed record Command(Guid Id, string Text) : ICommand<Result>;

    public sealed record Result(Guid Id, DateTime WrittenAt);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne("""
                insert into program_comment (region_code, id, program_id, organization_id, author_id, author_name, text, written_at)
                select region_code, @Id, id, organization_id, @By, @ByName, @Text, @Now from program where id = @Program
                """, new { Id = id, Program = program.Id, By = caller.Id, ByName = caller.Name, command.Text, Now = now.UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, id, new ProgramCommented(), program.Id);
            return new(id, now.UtcDateTime);
        }
    }
}
