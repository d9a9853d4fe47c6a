namespace Mentoring.Migrations.Code;

/// <summary>Facts of the external contour: routes, their tutors, and what schools and bodies do together.</summary>
static partial class StaleMarks
{
    /// <summary>A route counts where its teacher was employed, which may be elsewhere by now: every main work of the teacher is marked.</summary>
    const string Employers =
        "employment e on e.person_id = w.person_id and e.is_main and e.is_teaching join organization_zone t on t.place_id = e.organization_id";

    static readonly (string Table, string Facts)[] s_ofContours =
    [
        ("route", $$"""
            select w.id, e.organization_id, e.region_code, indicator_month(w.created_at, t.time_zone) from_period, null::date to_period,
                   concat(w.person_id, w.created_at, w.starts_on, w.ends_on) detail
              from {rows} w join {{Employers}}
            union all
            select w.id, e.organization_id, e.region_code, indicator_month(w.ended_at, t.time_zone), null, concat(w.ended_at)
              from {rows} w join {{Employers}} where w.ended_at is not null
            """),

        // With the first one a route comes under way; those after it are corrections.
        ("route_version", $$"""
            select w.route_id id, e.organization_id, e.region_code, indicator_month(w.made_at, t.time_zone) from_period,
                   case when w.number > 1 then indicator_month(w.made_at, t.time_zone) end to_period, concat(w.number, w.made_at) detail
              from {rows} w join {{Employers}}
            """),

        // What is planned against a deficit decides when it is due: from the first term on of whatever the route plans.
        ("route_activity", $$"""
            select w.id, e.organization_id, e.region_code, indicator_month(w.ends_on) from_period, indicator_month(w.ends_on) to_period,
                   concat(w.status = 'CalledOff', w.dropped_at is null, w.done_on is null) detail
              from {rows} w join {{Employers}}
            union all
            select w.id, e.organization_id, e.region_code,
                   indicator_month(least(w.ends_on,
                       (select min(a.ends_on) from route_activity a where a.region_code = w.region_code and a.route_id = w.route_id),
                       (select r.ends_on from route r where r.region_code = w.region_code and r.id = w.route_id))), null,
                   concat(w.ends_on, w.status = 'CalledOff', w.dropped_at is null, w.finding_ids)
              from {rows} w join {{Employers}} where w.finding_ids <> '{}'
            """),

        ("route_finding", $$"""
            select w.id, e.organization_id, e.region_code, indicator_month(due.day) from_period, indicator_month(due.day) to_period,
                   concat(w.dropped_at is null, w.closed_on is null) detail
              from {rows} w join {{Employers}}
             cross join lateral (
                select least(w.closed_on, coalesce(
                    (select max(a.ends_on) from route_activity a where a.region_code = w.region_code and a.route_id = w.route_id
                        and w.id = any(a.finding_ids) and a.status <> 'CalledOff' and a.dropped_at is null),
                    (select r.ends_on from route r where r.region_code = w.region_code and r.id = w.route_id))) as day) due
             where w.kind = 'Deficit' and due.day is not null
            union all
            select w.id, e.organization_id, e.region_code, indicator_month(now(), t.time_zone), indicator_month(now(), t.time_zone),
                   concat('now', w.area_code, w.dropped_at is null, w.closed_on)
              from {rows} w join {{Employers}} where w.kind = 'Deficit'
            """),

        // Which difficulties a school's teachers have is counted as of today: of a person the one that holds.
        ("diagnosis", $$"""
            select w.id, e.organization_id, e.region_code, indicator_month(now(), t.time_zone) from_period, indicator_month(now(), t.time_zone) to_period,
                   '' detail
              from {rows} w join {{Employers}} where w.kind = 'Deficits' and w.status = 'Done'
            """),

        // Another number of places counts from its day on.
        ("tutor", """
            select w.id, w.body_id organization_id, w.region_code, indicator_month(w.starts_on) from_period, null::date to_period,
                   concat(w.body_id, w.starts_on) detail
              from {rows} w
            union all
            select w.id, w.body_id, w.region_code, indicator_month(w.ends_on), null, concat(w.ends_on) from {rows} w where w.ends_on is not null
            union all
            select w.id, w.body_id, w.region_code, indicator_month(local_day(now(), w.body_id)), null, concat(w.capacity) from {rows} w
            """),

        // Counted at the body while it lasts; the teacher's school counts who wants a route.
        ("tutor_assignment", $$"""
            select w.id, w.body_id organization_id, w.region_code, indicator_month(w.starts_on) from_period, null::date to_period,
                   concat(w.body_id, w.starts_on) detail
              from {rows} w where w.starts_on is not null
            union all
            select w.id, w.body_id, w.region_code, indicator_month(w.ends_on), null, concat(w.ends_on) from {rows} w where w.ends_on is not null
            union all
            select w.id, e.organization_id, e.region_code, least(indicator_month(w.asked_at, t.time_zone), indicator_month(w.starts_on)), null,
                   concat(w.person_id, w.asked_at, w.starts_on)
              from {rows} w join {{Employers}} where w.asked_at is not null or w.starts_on is not null
            union all
            select w.id, e.organization_id, e.region_code, indicator_month(w.changed_at, t.time_zone), null, concat('over', w.changed_at)
              from {rows} w join {{Employers}} where w.status not in ('Requested', 'Proposed', 'Active')
            """),

        ("consultation", $$"""
            select w.id, w.organization_id, w.region_code, {{Month("w.starts_at")}} from_period, {{Month("w.starts_at")}} to_period, '' detail
              from {rows} w {{Zone}} where w.status = 'Held'
            """),

        // At the organization that is supported, and at the body, which is expected to keep tutors where it stands behind with tutoring.
        ("support_link", """
            with mine as (
                select w.id, w.organization_id place, w.region_code, w.starts_on, w.ends_on, concat(w.body_id, w.service_code) what from {rows} w
                union all
                select w.id, w.body_id, w.region_code, w.starts_on, w.ends_on, 'body' from {rows} w where w.service_code = 'route-tutoring')
            select id, place organization_id, region_code, indicator_month(starts_on) from_period, null::date to_period, concat(what, starts_on) detail
              from mine
            union all
            select id, place, region_code, indicator_month(ends_on), null, concat(what, ends_on) from mine where ends_on is not null
            """),

        ("help_entry", $$"""
            select w.id, w.organization_id, w.region_code, {{Month("w.written_at")}} from_period, {{Month("w.written_at")}} to_period, w.kind detail
              from {rows} w {{Zone}} where w.kind = 'Answer' or w.step = 'Escalate'
            """),

        ("resource_place", $$"""
            select w.person_id id, w.organization_id, w.region_code, {{Month("w.taken_at")}} from_period, {{Month("w.taken_at")}} to_period,
                   w.run_id::text detail
              from {rows} w {{Zone}} where w.given_up_at is null
            """),

        // The count of its places changes with each of them: only a run that is called off says anything here.
        ("resource_run", $$"""
            select w.id, p.organization_id, p.region_code, {{Month("p.taken_at")}} from_period, {{Month("p.taken_at")}} to_period, p.person_id::text detail
              from {rows} w join resource_place p on p.region_code = w.region_code and p.run_id = w.id
              join organization_zone t on t.place_id = p.organization_id where w.called_off_at is not null
            """),

        ("delegation", """
            select w.id, w.organization_id, w.region_code, indicator_month(w.starts_on) from_period, null::date to_period,
                   concat(w.starts_on, w.taker_id) detail
              from {rows} w where w.status in ('InForce', 'Ended')
            union all
            select w.id, w.organization_id, w.region_code, indicator_month(w.ends_on), null, concat(w.ends_on)
              from {rows} w where w.status in ('InForce', 'Ended')
            """),
    ];

    const string Zone = "join organization_zone t on t.place_id = w.organization_id";

    static string Month(string instant) => $"indicator_month({instant}, t.time_zone)";
}
