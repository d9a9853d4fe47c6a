using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The tutor or the school says how a subject stands. Whoever says what the other side says has settled a difference.</summary>
public static class MarkTutoring
{
    public static void Map(RouteGroupBuilder tutoring) =>
        tutoring.MapPost("/mark", async (Guid tutoringId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(tutoringId, body.Subject, body.Says, body.Words), ct);
                return TypedResults.Created($"/api/v1/tutoring/{tutoringId}", made);
            })
            .WithDescription("The last mark of a side counts. A school's mark counts until its own rows say something else than they did then.")
            .Operation(nameof(MarkTutoring), Permission.TutoringWrite);

    /// <param name="Says">One of the subject's choices.</param>
    /// <param name="Words">Why, for the other side to read; at most 1000 characters.</param>
    public sealed record Body(TutoringSubject Subject, TutoringMark Says, string? Words = null);

    public sealed record Command(Guid TutoringId, TutoringSubject Subject, TutoringMark Says, string? Words) : ICommand<Result>;

    /// <param name="Differs">The other side says something else: it is told.</param>
    public sealed record Result(Guid Id, bool Differs);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await TutoringAtWork.Of(command.TutoringId, db, ct);
            var side = TutoringSides.Of(caller, row.PersonId, row.TutorId, row.OrganizationId);
            if (side is not (TutoringSide.Tutor or TutoringSide.School)) throw new Forbidden("tutoring.sides-mark");
            if (!TutoringMarks.Of(command.Subject).Contains(command.Says)) throw new BadInput("tutoring.mark-unknown") { Pointer = "/says" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                row.RegionCode, Id = id, Tutoring = row.Id, Side = side.ToString(), Subject = command.Subject.ToString(), Says = command.Says.ToString(),
                Words = string.IsNullOrWhiteSpace(command.Words) ? null : command.Words.Trim(), caller.Name, Now = now.UtcDateTime,
            }, ct);
            var differs = await db.One<bool>("select differs from tutoring_said(@RegionCode, @Id) where subject = @Subject",
                new { row.RegionCode, row.Id, Subject = command.Subject.ToString() }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new TutoringMarked(command.Subject, side, differs));
            return new(id, differs);
        }
    }

    // The rest of the row is the assignment's own, and filled in by the database.
    const string Insert = """
        insert into tutoring_mark (region_code, id, assignment_id, side, subject, says, words, author_name, made_at)
        values (@RegionCode, @Id, @Tutoring, @Side, @Subject, @Says, @Words, @Name, @Now)
        """;
}
