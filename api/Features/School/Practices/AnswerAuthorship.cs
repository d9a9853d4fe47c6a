using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>An author says whether to be named with a practice, and may say otherwise at any time.</summary>
public static class AnswerAuthorship
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPut("/authorship", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, body.Named), ct)))
            .Operation(nameof(AnswerAuthorship), Permission.PracticeShare);

    public sealed record Body(bool Named);

    public sealed record Command(Guid Id, bool Named) : ICommand<PracticeState>;

    public sealed class Handler(Db db, FreshSignIn fresh, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            if (command.Named) await fresh.Demand(ct);
            var practice = await PracticeRow.LockOwn(db, caller, command.Id, null, ct);
            await db.ExecuteOne("update practice_author set named = @Named, answered_at = @Now where practice_id = @Id and person_id = @Person",
                new { command.Id, command.Named, caller.Person, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(practice.OrganizationId, practice.RegionCode, practice.Id, new AuthorshipAnswered(command.Named));
            return new(practice.Id, practice.Status, practice.Version);
        }
    }
}
