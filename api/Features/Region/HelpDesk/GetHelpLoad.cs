using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>How a body's help desk does: what waits, and how it answered since a day; for whoever heads it.</summary>
public static class GetHelpLoad
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/help-load", async (Guid organizationId, DateOnly? since, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, since), ct)))
            .WithDescription("Whatever was asked on the day `since` or later: when absent, since the first of September. "
                + "Figures come with the counts that they rest on: of a few they say little.")
            .Operation(nameof(GetHelpLoad), Permission.HelpLead);

    public sealed record Query(Guid OrganizationId, DateOnly? Since) : IQuery<Result>;

    /// <param name="Days">Within how many working days the body answers.</param>
    /// <param name="RuleVersion">To be given with the next change of that; 0 where nothing was said yet.</param>
    /// <param name="Open">Waiting for an answer now, whenever asked.</param>
    /// <param name="Unassigned">Of these, taken by nobody.</param>
    /// <param name="Overdue">Of these, over their term.</param>
    /// <param name="Asked">How many the body got that it has not passed on.</param>
    /// <param name="Due">Of these, how many are answered or over their term.</param>
    /// <param name="InTime">How many of those due were answered in time.</param>
    /// <param name="Answered">How many were answered.</param>
    /// <param name="MedianDays">Days from asking to the latest answer that half of the answered needed at most; null where none is answered.</param>
    /// <param name="Marks">How many were rated.</param>
    /// <param name="MeanMark">Of these, the mean from 1 to 5; null where none was rated.</param>
    /// <param name="Passed">How many the body passed on to another.</param>
    /// <param name="People">Who has taken any, by name: at most 200.</param>
    public sealed record Result(
        int Days, int RuleVersion, int Open, int Unassigned, int Overdue, int Asked, int Due, int InTime, int Answered, double? MedianDays, int Marks,
        double? MeanMark, int Passed, IReadOnlyList<Answerer> People);

    /// <param name="Open">Waiting for this person's answer now.</param>
    /// <param name="Answered">Answered since the day.</param>
    public sealed record Answerer(string Name, int Open, int Answered);

    sealed record Sums(
        int Days, int RuleVersion, int Open, int Unassigned, int Overdue, int Asked, int Due, int InTime, int Answered, double? MedianDays, int Marks,
        double? MeanMark, int Passed);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var body = await Place.Of(query.OrganizationId, db, caller, ct);
            var today = body.Today(time);
            var since = query.Since ?? new DateOnly(today.Month >= 9 ? today.Year : today.Year - 1, 9, 1);
            var args = new
            {
                query.OrganizationId, Since = RegionTime.Begin(since, body.TimeZone), Now = time.GetUtcNow().UtcDateTime, HelpLifecycle.UsualDays,
                OpenNow = HelpLifecycle.Open,
            };
            return await db.Many(Sql, args, async rows =>
            {
                var s = await rows.ReadSingleAsync<Sums>();
                return new Result(s.Days, s.RuleVersion, s.Open, s.Unassigned, s.Overdue, s.Asked, s.Due, s.InTime, s.Answered, s.MedianDays, s.Marks,
                    s.MeanMark, s.Passed, [.. await rows.ReadAsync<Answerer>()]);
            }, ct);
        }
    }

    const string Sql = """
        select coalesce(max(rule.days), @UsualDays) days, coalesce(max(rule.version), 0) rule_version, count(*) filter (where q.open)::int open,
               count(*) filter (where q.status in ('Asked', 'Reopened'))::int unassigned, count(*) filter (where q.open and q.late)::int overdue,
               count(*) filter (where q.recent)::int asked, count(*) filter (where q.recent and q.counted)::int due,
               count(*) filter (where q.recent and q.counted and q.answered_in_time)::int in_time,
               count(*) filter (where q.recent and q.answered_at is not null)::int answered,
               (percentile_cont(0.5) within group (order by extract(epoch from q.answered_at - q.with_body_since) / 86400)
                   filter (where q.recent and q.answered_at is not null))::float8 median_days,
               count(q.mark) filter (where q.recent)::int marks, (avg(q.mark) filter (where q.recent))::float8 mean_mark,
               (select count(*)::int from help_entry e where e.body_id = @OrganizationId and e.kind = 'Passed' and e.written_at >= @Since) passed
          from (select 1) one
          left join (select q.*, q.status = any(@OpenNow) open, q.with_body_since >= @Since recent, day.late,
                            q.status <> 'Withdrawn' and (q.answered_at is not null or day.late) counted
                       from help_request q join organization_zone zone on zone.place_id = q.organization_id
                      cross join lateral (select q.due_on < (@Now::timestamptz at time zone zone.time_zone)::date late) day
                      where q.body_id = @OrganizationId) q on true
          left join help_rule rule on rule.organization_id = @OrganizationId;

        select q.taken_by_name name, count(*) filter (where q.status = 'Taken')::int open,
               count(*) filter (where q.answered_at >= @Since)::int answered
          from help_request q where q.body_id = @OrganizationId and q.taken_by is not null
         group by q.taken_by, q.taken_by_name order by 2 desc, 3 desc, 1 limit 200;
        """;
}
