using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair closes a vote: with a quorum it adopts or rejects, without one it decides nothing.</summary>
public static class CloseVote
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/decisions/{decisionId:guid}/close-vote", async (Guid decisionId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(decisionId, body.Version), ct)))
            .Operation(nameof(CloseVote), Permission.CouncilLead);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<CouncilState<DecisionStatus>>;

    sealed record Count(int Members, int Present, int InFavour, int Against, int Abstained, Vote? Chair);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<DecisionStatus>>
    {
        public async Task<CouncilState<DecisionStatus>> Handle(Command command, CancellationToken ct)
        {
            var (decision, meeting) = await CouncilDecisionRow.Lock(db, command.Id, command.Version, ct);
            meeting.MustBeInSession();
            var count = await db.One<Count>(CountSql, command, ct);
            if (!Ballot.HasQuorum(count.Members, count.Present)) throw new RuleViolation("council.no-quorum", ("present", count.Present),
                ("needed", Ballot.Quorum(count.Members)));
            if (!Ballot.HasQuorum(count.Members, count.InFavour + count.Against + count.Abstained)) throw new RuleViolation("council.votes-missing",
                ("needed", Ballot.Quorum(count.Members)));
            var state = await decision.Take(Ballot.Outcome(count.InFavour, count.Against, count.Chair), null, meeting, db, audit, ct);
            await db.ExecuteOne(Save, new { command.Id, count.InFavour, count.Against, count.Abstained, Now = time.GetUtcNow().UtcDateTime }, ct);
            return state;
        }
    }

    const string CountSql = """
        select count(*)::int members, count(*) filter (where a.present)::int present, count(*) filter (where v.vote = 'For')::int in_favour,
               count(*) filter (where v.vote = 'Against')::int against, count(*) filter (where v.vote = 'Abstained')::int abstained,
               max(v.vote) filter (where a.chair) chair
          from council_decision d
          join council_attendance a on a.meeting_id = d.meeting_id
          left join council_vote v on v.decision_id = d.id and v.person_id = a.person_id
         where d.id = @Id
        """;

    const string Save = """
        update council_decision set votes_for = @InFavour, votes_against = @Against, votes_abstained = @Abstained, decided_at = @Now where id = @Id
        """;
}
