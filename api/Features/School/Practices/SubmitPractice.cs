using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>An author hands a practice in for review, once every author has said whether to be named.</summary>
public static class SubmitPractice
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPost("/submit", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, body.Version), ct)))
            .Operation(nameof(SubmitPractice), Permission.PracticeShare);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<PracticeState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.LockOwn(db, caller, command.Id, command.Version, ct);
            if (await db.One<bool>("select exists (select from practice_author where practice_id = @Id and named is null)", command,
                ct)) throw new RuleViolation("practice.authors-unanswered");
            return await practice.Take(PracticeStep.Submit, db, audit, time, ct);
        }
    }
}
