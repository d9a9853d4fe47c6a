using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>
/// A practice is selected on two reviews, or returned to its authors with what to change. Answers 409 <c>practice.reviews-missing</c> when it
/// is to be selected and fewer than two reviews of the latest round are in; nobody decides on an own practice.
/// </summary>
public static class DecidePractice
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPost("/decide", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, body.Version, body.Selected, body.Comment), ct)))
            .Operation(nameof(DecidePractice), Permission.PracticeManage);

    /// <param name="Comment">At most 2,000 characters.</param>
    public sealed record Body(int Version, bool Selected, string Comment);

    public sealed record Command(Guid Id, int Version, bool Selected, string Comment) : ICommand<PracticeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Comment).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.Lock(db, caller, command.Id, command.Version, ct);
            if (practice.Authors) throw new Forbidden("practice.own");
            var step = command.Selected ? PracticeStep.Select : PracticeStep.Return;
            PracticeLifecycle.Steps.Next(practice.Status, step);
            if (command.Selected && await db.One<int>("""
                select count(*)::int from practice_review where practice_id = @Id and round = @Round and reviewed_at is not null
                """, new { command.Id, practice.Round }, ct) < PracticeLifecycle.ReviewsNeeded)
                throw new RuleViolation("practice.reviews-missing", ("needed", PracticeLifecycle.ReviewsNeeded));
            await db.ExecuteOne("update practice set decided_at = @Now, decided_by_name = @ByName, decision_comment = @Comment where id = @Id",
                new { command.Id, command.Comment, ByName = caller.Name, Now = time.GetUtcNow().UtcDateTime }, ct);
            return await practice.Take(step, db, audit, time, ct);
        }
    }
}
