using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// The job that ends requests by themselves: out of time, the mentee has a mentor, the mentor has no place left, somebody
/// left the school, the pair was ruled out, or a program took the pair's place. Runs each quarter of an hour and whenever a
/// pair was made.
/// </summary>
public sealed class CloseMatchRequests(DueWork due) : IHandle<PairMade>
{
    public const string Schedule = "0 */15 * * * *";

    public Task Handle(PairMade message, CancellationToken ct) => Run(ct);

    sealed record Row(Guid Id, MatchRequestReason Reason);

    public Task Run(CancellationToken ct) => due.Each<Row, Done>(nameof(CloseMatchRequests), Due, row => new Command(row.Id, row.Reason), ct);

    public sealed record Command(Guid Id, MatchRequestReason Reason) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var request = await MatchRequestRow.Lock(db, command.Id, null, ct);
            await request.End(command.Reason == MatchRequestReason.OutOfTime ? MatchRequestStep.Expire : MatchRequestStep.Close, command.Reason, null, db,
                time, ct);
            audit.About(request.OrganizationId, request.RegionCode, request.Id, new MatchRequestClosed(command.Reason));
            return new();
        }
    }

    const string Gone = """
        not exists (select from employment e join organization_zone t on t.place_id = e.organization_id
                     where e.person_id = {0} and e.organization_id = {1} and e.period @> (@Now::timestamptz at time zone t.time_zone)::date)
        """;

    static readonly string Due = $"""
        select id, reason from (
            select q.id, q.expires_at, case
                   when q.status = 'Accepted' then case when {MatchSql.ProgramOf("q.mentor_id", "q.mentee_id")} then 'ProgramDrafted' end
                   when exists (select from match_request a where a.mentee_id = q.mentee_id and a.organization_id = q.organization_id
                       and a.status = 'Accepted') then 'MenteePaired'
                   when exists (select from match_veto v where v.organization_id = q.organization_id and v.mentor_id = q.mentor_id
                       and v.mentee_id = q.mentee_id and v.lifted_at is null) then 'Vetoed'
                   when {Gone.Replace("{0}", "q.mentor_id", StringComparison.Ordinal).Replace("{1}", "q.mentor_organization_id", StringComparison.Ordinal)}
                       then 'PersonLeft'
                   when {Gone.Replace("{0}", "q.mentee_id", StringComparison.Ordinal).Replace("{1}", "q.organization_id", StringComparison.Ordinal)}
                       then 'PersonLeft'
                   when q.group_id is null and q.mentor_yes_at is null and coalesce((
                       select m.capacity_programs from mentor_profile m where m.organization_id = q.mentor_organization_id and m.person_id = q.mentor_id
                              and m.status = 'Confirmed'), 0)
                       <= {MatchSql.Taken("q.mentor_id", "q.mentor_organization_id", "'Accepted'")} then 'MentorFull'
                   when q.expires_at <= @Now then 'OutOfTime' end reason
              from match_request q where q.status in ('Requested', 'Accepted')) due
         where reason is not null order by expires_at, id limit 1000
        """;
}
