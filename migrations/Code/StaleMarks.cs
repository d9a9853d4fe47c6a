namespace Mentoring.Migrations.Code;

/// <summary>
/// Triggers that mark, in the writing transaction, which months of which organizations have to be summed anew. Each table
/// tells its <em>facts</em>: what of a row counts, and in which months. A statement marks the facts that it added, removed or
/// changed, so that a corrected title marks nothing and a program's end leaves the months before it alone. A fact without a
/// last month concerns every month from its first on (stocks). What was handed over counts in months before at whose it was
/// then: a meeting written down late, a corrected day concern them too.
/// </summary>
static partial class StaleMarks
{
    /// <summary>Table and facts; {rows} are those that the statement added or removed, months those of the organization's own zone.</summary>
    static readonly (string Table, string Facts)[] s_facts =
    [
        // Counted where the program is, and where its participants are employed; by the term's first day too. Consents count by the
        // program's form, kind and purpose before it begins.
        ("program", """
            with mine as (
                select p.id, p.activated_at, p.finished_at, p.created_at, p.starts_on, p.status, p.organization_id, p.region_code,
                       concat_ws('/', p.form_code, p.kind_code, p.purpose_code) sort
                  from {rows} p where p.activated_at is not null or exists (select from consent c where c.program_id = p.id)),
            homes as (
                select m.id, m.organization_id, m.region_code from mine m
                union select m.id, o.id, o.region_code
                  from mine m join program_participant i on i.program_id = m.id join organization o on o.id = i.employer_id
                union select m.id, x.organization_id, x.region_code from mine m join program_past x on x.program_id = m.id
                union select m.id, x.organization_id, x.region_code from mine m join participant_past x on x.program_id = m.id
                union select m.id, f.organization_id, f.region_code
                  from mine m join program_participant i on i.program_id = m.id and i.role = 'Mentee' join pupil_result f on f.person_id = i.person_id),
            places as (
                select m.id, m.activated_at, m.finished_at, m.created_at, m.starts_on, m.status, m.sort, h.organization_id, h.region_code,
                       m.organization_id home
                  from mine m join homes h on h.id = m.id)
            select id, r.organization_id, r.region_code, indicator_month(activated_at, time_zone) from_period, null::date to_period,
                   concat(activated_at, created_at, starts_on, home, sort) detail
              from places r join organization_zone t on t.place_id = r.organization_id where activated_at is not null
            union all
            select id, r.organization_id, r.region_code, indicator_month(finished_at, time_zone), null, concat(finished_at, status)
              from places r join organization_zone t on t.place_id = r.organization_id where activated_at is not null and finished_at is not null
            union all
            select id, r.organization_id, r.region_code, indicator_month(told.since, time_zone), null, sort
              from places r join organization_zone t on t.place_id = r.organization_id
              join lateral (select min(decided_at) since from consent c where c.program_id = r.id) told on told.since is not null
            """),

        // Before a program begins nobody is counted in it; its beginning marks all of them. Left join: a program may be deleted with its
        // rows. A mentor who comes or leaves concerns the schools of the mentees too: they are covered by that mentor, or no more.
        ("program_participant", """
            with mine as (
                select i.program_id, i.person_id, i.role, i.joined_on, i.left_on, i.employer_id, p.activated_at
                  from {rows} i left join program p on p.id = i.program_id where p.id is null or p.activated_at is not null),
            homes as (
                select m.program_id, m.person_id, m.employer_id from mine m
                union select m.program_id, m.person_id, x.organization_id
                  from mine m join participant_past x on x.program_id = m.program_id and x.person_id = m.person_id
                union select m.program_id, m.person_id, e.employer_id
                  from mine m join program_participant e on e.program_id = m.program_id and e.role = 'Mentee' where m.role = 'Mentor'
                union select m.program_id, m.person_id, x.organization_id
                  from mine m join program_participant e on e.program_id = m.program_id and e.role = 'Mentee'
                  join participant_past x on x.program_id = e.program_id and x.person_id = e.person_id where m.role = 'Mentor'
                union select m.program_id, m.person_id, f.organization_id from mine m join pupil_result f on f.person_id = m.person_id where m.role = 'Mentee'),
            places as (
                select m.program_id, m.person_id, m.role, m.joined_on, m.left_on, o.id organization_id, o.region_code, m.employer_id home
                  from mine m join homes h on h.program_id = m.program_id and h.person_id = m.person_id join organization o on o.id = h.employer_id)
            select person_id id, organization_id, region_code, indicator_month(joined_on) from_period, null::date to_period,
                   concat(program_id, role, joined_on, home) detail
              from places
            union all
            select person_id, organization_id, region_code, indicator_month(left_on), null, concat(program_id, left_on)
              from places where left_on is not null
            """),

        ("consent", $$"""
            select r.id, r.organization_id, r.region_code, indicator_month(decided_at, time_zone) from_period, indicator_month(decided_at, time_zone) to_period,
                   (r.status in ('Refused', 'Contested', 'Annulled'))::text detail
              from {{Homes("id, program_id, status, decided_at")}} r join organization_zone t on t.place_id = r.organization_id where decided_at is not null
            """),

        ("meeting", $$"""
            select r.id, r.organization_id, r.region_code, indicator_month(starts_at, time_zone) from_period,
                   indicator_month(starts_at, time_zone) to_period, '' detail
              from {{Homes("id, program_id, status, starts_at")}} r join organization_zone t on t.place_id = r.organization_id where r.status = 'Held'
            """),

        ("roadmap_activity", $$"""
            select a.id, a.organization_id, a.region_code, indicator_month(due_on) from_period, indicator_month(due_on) to_period,
                   (done_on is null)::text detail
              from {{Homes("id, program_id, due_on, done_on")}} a left join program p on p.id = a.program_id where p.id is null or p.activated_at is not null
            """),

        ("mentoring_need", """
            select person_id id, organization_id, region_code, greatest(indicator_month(noted_on), make_date(school_year, 9, 1)) from_period,
                   make_date(school_year + 1, 8, 1) to_period, '' detail
              from {rows}
            """),

        // That a census is done tells who needs nobody, from the month on in which it was.
        ("census", """
            select id, organization_id, region_code, greatest(indicator_month(completed_on), make_date(school_year, 9, 1)) from_period,
                   make_date(school_year + 1, 8, 1) to_period, '' detail
              from {rows} where status = 'Done'
            """),

        // Other work of whoever began somewhere tells there, a year later and two and three, who has stayed a teacher.
        ("employment", """
            select id, organization_id, region_code, indicator_month(started_on) from_period, null::date to_period, concat(person_id, started_on) detail
              from {rows} where is_main and is_teaching
            union all
            select id, organization_id, region_code, indicator_month(ended_on), null, concat(person_id, ended_on)
              from {rows} where is_main and is_teaching and ended_on is not null
            union all
            select w.id, f.organization_id, f.region_code, cohort_month(f.started_on, 12), cohort_month(f.started_on, 36),
                   concat(w.started_on, w.ended_on)
              from {rows} w join employment f on f.person_id = w.person_id and f.id <> w.id and f.is_main and f.is_teaching
             where w.is_main and w.is_teaching
            """),

        // Its kind, its life and its place decide in which sums an organization stands at all; a region's time zone decides its months.
        ("organization", """
            select id, id organization_id, region_code, date '0001-01-01' from_period, null::date to_period,
                   concat_ws('/', kind, status, opened_on, closed_on, territory_code, region_code, settlement_of(address)) detail
              from {rows}
            """),

        ("condition_assessment", """
            select organization_id id, organization_id, region_code, greatest(indicator_month(assessed_on), make_date(school_year, 9, 1)) from_period,
                   make_date(school_year + 1, 8, 1) to_period, concat(condition_code, level = 'Met') detail
              from {rows}
            """),

        // A change of the catalogue of conditions concerns every school that assesses itself.
        ("dictionary_entry", """
            with schools as (select distinct organization_id, region_code from condition_assessment)
            select s.organization_id id, s.organization_id, s.region_code, indicator_month(d.valid_from) from_period, null::date to_period,
                   concat(d.code, d.valid_from) detail
              from {rows} d cross join schools s where d.dictionary = 'school-condition'
            union all
            select s.organization_id, s.organization_id, s.region_code, indicator_month(d.valid_to), null, concat(d.code, d.valid_to)
              from {rows} d cross join schools s where d.dictionary = 'school-condition' and d.valid_to is not null
            """),
    ];

    public static IEnumerable<Definition> Definitions =>
        s_facts.Concat(s_ofContours).Concat(s_ofSchools).Concat(s_ofImpact).SelectMany(table => Definition.Of(On(table.Table, table.Facts)));

    /// <summary>The rows at the organization where they are, and once more at each where their program was.</summary>
    static string Homes(string columns) => $$"""
        (select {{columns}}, organization_id, region_code from {rows}
         union all
         select {{string.Join(", ", columns.Split(", ").Select(column => $"w.{column}"))}}, x.organization_id, x.region_code
           from {rows} w join program_past x on x.program_id = w.program_id)
        """;

    static string On(string table, string facts)
    {
        var added = facts.Replace("{rows}", "added", StringComparison.Ordinal);
        var removed = facts.Replace("{rows}", "removed", StringComparison.Ordinal);
        return $"""
            create or replace function {table}_mark_stale() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
            begin
                if tg_op = 'INSERT' then {Mark(added)}
                elsif tg_op = 'DELETE' then {Mark(removed)}
                else {Mark($"(({added}) except all ({removed})) union all (({removed}) except all ({added}))")}
                end if;
                return null;
            end $$;
            create or replace trigger {table}_stale_insert after insert on {table} referencing new table as added
                for each statement execute function {table}_mark_stale();
            create or replace trigger {table}_stale_update after update on {table} referencing old table as removed new table as added
                for each statement execute function {table}_mark_stale();
            create or replace trigger {table}_stale_delete after delete on {table} referencing old table as removed
                for each statement execute function {table}_mark_stale();
            """;
    }

    /// <summary>One mark per organization and last month. The join gives the region of today: a row's own may just have moved away.</summary>
    static string Mark(string facts) => $"""
        insert into indicator_stale (organization_id, region_code, from_period, to_period)
        select o.id, o.region_code, min(from_period), to_period
          from ({facts}) fact join organization o on o.id = fact.organization_id
         group by o.id, o.region_code, to_period;
        """;
}
