using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Tutor, teacher or the school's curator says something that all of them read, as long as the tutor is at work.</summary>
public static class CommentTutoring
{
    public static void Map(RouteGroupBuilder tutoring) =>
        tutoring.MapPost("/comment", async (Guid tutoringId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(tutoringId, body.Text), ct);
                return TypedResults.Created($"/api/v1/tutoring/{tutoringId}", made);
            })
            .Operation(nameof(CommentTutoring), Permission.TutoringWrite);

    /// <param name="Text">At most 4000 characters.</param>
    public sealed record Body(string Text);

    public sealed record Command(Guid TutoringId, string Text) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await TutoringAtWork.Of(command.TutoringId, db, ct);
            var (id, now) = (Guid.CreateVersion7(time.GetUtcNow()), time.GetUtcNow());
            await db.ExecuteOne(Insert, new
            {
                row.RegionCode, Id = id, Tutoring = row.Id, caller.Name, Said = command.Text.Trim(), Now = now.UtcDateTime,
                Side = TutoringSides.Of(caller, row.PersonId, row.TutorId, row.OrganizationId).ToString(),
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new TutoringCommented());
            return new(id);
        }
    }

    // The rest of the row is the assignment's own, and filled in by the database.
    const string Insert = """
        insert into tutor_comment (region_code, id, assignment_id, author_name, side, said, said_at)
        values (@RegionCode, @Id, @Tutoring, @Name, @Side, @Said, @Now)
        """;
}
