using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>A member votes, or changes the vote while it is open; whoever votes is present.</summary>
public static class CastVote
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPut("/decisions/{decisionId:guid}/vote", async (Guid decisionId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(decisionId, body.Vote), ct)))
            .Operation(nameof(CastVote), Permission.CouncilWork);

    public sealed record Body(Vote Vote);

    public sealed record Command(Guid Id, Vote Vote) : ICommand<Result>;

    public sealed record Result(Vote Vote);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (decision, meeting) = await CouncilDecisionRow.Lock(db, command.Id, null, ct);
            if (decision.Status != DecisionStatus.Voting) throw new RuleViolation("council.vote-not-open");
            var came = await db.Execute("update council_attendance set present = true where meeting_id = @MeetingId and person_id = @Person",
                new { decision.MeetingId, caller.Person }, ct);
            if (came != 1) throw new Forbidden("council.not-a-member");
            await db.Execute(Sql, new
            {
                command.Id, meeting.OrganizationId, meeting.RegionCode, caller.Person, Vote = command.Vote.ToString(), Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(meeting.OrganizationId, meeting.RegionCode, command.Id, new VoteCast(command.Vote));
            return new(command.Vote);
        }
    }

    const string Sql = """
        insert into council_vote (decision_id, organization_id, region_code, person_id, vote, cast_at)
        values (@Id, @OrganizationId, @RegionCode, @Person, @Vote, @Now)
        on conflict (decision_id, person_id, region_code) do update set vote = excluded.vote, cast_at = excluded.cast_at
        """;
}
