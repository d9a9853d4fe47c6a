namespace Mentoring.Migrations;

/// <summary>
/// Triggers that mark, in the writing transaction, which months of which organizations have to be summed anew. Each table
/// tells its <em>facts</em>: what of a row counts, and in which months. A statement marks the facts that it added, removed or
/// changed, so that a corrected title marks nothing and a program's end leaves the months before it alone. A fact without a
/// last month concerns every month from its first on (stocks).
/// </summary>
static class StaleMarks
{
    // Where a zone is told: by the region before municipalities had one of their own, by the organization's place since.
    const string ByRegion = "territory t on t.code = r.region_code", ByPlace = "organization_zone t on t.place_id = r.organization_id";

    const string Programs = """
        with places as (
            select p.id, p.activated_at, p.finished_at, p.created_at, p.status, p.organization_id, p.region_code
              from {rows} p where p.activated_at is not null
            union
            select p.id, p.activated_at, p.finished_at, p.created_at, p.status, o.id, o.region_code
              from {rows} p join program_participant i on i.program_id = p.id join organization o on o.id = i.employer_id
             where p.activated_at is not null)
        select id, r.organization_id, r.region_code, indicator_month(activated_at, time_zone) from_period, null::date to_period,
               concat(activated_at, created_at) detail
          from places r join {zone}
        union all
        select id, r.organization_id, r.region_code, indicator_month(finished_at, time_zone), null, concat(finished_at, status)
          from places r join {zone} where finished_at is not null
        """;

    const string Consents = """
        select r.id, r.organization_id, r.region_code, indicator_month(decided_at, time_zone) from_period, indicator_month(decided_at, time_zone) to_period,
               (r.status in ('Refused', 'Contested', 'Annulled'))::text detail
          from {rows} r join {zone} where decided_at is not null
        """;

    const string Meetings = """
        select r.id, r.organization_id, r.region_code, indicator_month(starts_at, time_zone) from_period,
               indicator_month(starts_at, time_zone) to_period, '' detail
          from {rows} r join {zone} where r.status = 'Held'
        """;

    const string Participants = """
        with mine as (
            select i.program_id, i.person_id, i.role, i.joined_on, i.left_on, i.employer_id, p.activated_at
              from {rows} i left join program p on p.id = i.program_id where p.id is null or p.activated_at is not null),
        homes as (
            select m.program_id, m.person_id, m.employer_id from mine m
            union select m.program_id, m.person_id, x.organization_id
              from mine m join participant_past x on x.program_id = m.program_id and x.person_id = m.person_id
            {mentees}),
        places as (
            select m.program_id, m.person_id, m.role, m.joined_on, m.left_on, o.id organization_id, o.region_code, m.employer_id home
              from mine m join homes h on h.program_id = m.program_id and h.person_id = m.person_id join organization o on o.id = h.employer_id)
        select person_id id, organization_id, region_code, indicator_month(joined_on) from_period, null::date to_period,
               concat(program_id, role, joined_on, home) detail
          from places
        union all
        select person_id, organization_id, region_code, indicator_month(left_on), null, concat(program_id, left_on)
          from places where left_on is not null
        """;

    /// <summary>For databases whose triggers were made before consents could be contested.</summary>
    public static readonly string OfConsents = Function("consent", Told(Consents, ByRegion));

    public static readonly string[] All =
    [
        """
        create function indicator_month(at timestamptz, zone text) returns date language sql immutable parallel safe as $$
            select date_trunc('month', at at time zone zone)::date
        $$;
        create function indicator_month(day date) returns date language sql immutable parallel safe as $$
            select date_trunc('month', day::timestamp)::date
        $$;
        """,

        // Counted where the program is, and where its participants are employed.
        On("program", Told(Programs, ByRegion)),

        // Before a program begins nobody is counted in it; its beginning marks all of them. Left join: a program may be deleted with its rows.
        On("program_participant", """
            with places as (
                select i.*, o.region_code employer_region, p.activated_at
                  from {rows} i join organization o on o.id = i.employer_id left join program p on p.id = i.program_id
                 where p.id is null or p.activated_at is not null)
            select person_id id, employer_id organization_id, employer_region region_code, indicator_month(joined_on) from_period, null::date to_period,
                   concat(program_id, role, joined_on) detail
              from places
            union all
            select person_id, employer_id, employer_region, indicator_month(left_on), null, concat(program_id, left_on)
              from places where left_on is not null
            """),

        On("consent", Told(Consents, ByRegion)),

        On("meeting", Told(Meetings, ByRegion)),

        On("roadmap_activity", """
            select a.id, a.organization_id, a.region_code, indicator_month(due_on) from_period, indicator_month(due_on) to_period,
                   (done_on is null)::text detail
              from {rows} a left join program p on p.id = a.program_id where p.id is null or p.activated_at is not null
            """),

        On("mentoring_need", """
            select person_id id, organization_id, region_code, greatest(indicator_month(noted_on), make_date(school_year, 9, 1)) from_period,
                   make_date(school_year + 1, 8, 1) to_period, '' detail
              from {rows}
            """),

        On("employment", """
            select id, organization_id, region_code, indicator_month(started_on) from_period, null::date to_period, concat(person_id, started_on) detail
              from {rows} where is_main and is_teaching
            union all
            select id, organization_id, region_code, indicator_month(ended_on), null, concat(person_id, ended_on)
              from {rows} where is_main and is_teaching and ended_on is not null
            """),

        // Its kind, its life and its place decide in which sums an organization stands at all; a region's time zone decides its months.
        On("organization", """
            select id, id organization_id, region_code, date '0001-01-01' from_period, null::date to_period,
                   concat_ws('/', kind, status, opened_on, closed_on, territory_code, region_code) detail
              from {rows}
            """),
    ];

    /// <summary>What counts of the conditions, whose tables came later. A change of the catalogue concerns every school that assesses itself.</summary>
    public static readonly string[] Conditions =
    [
        On("condition_assessment", """
            select organization_id id, organization_id, region_code, greatest(indicator_month(assessed_on), make_date(school_year, 9, 1)) from_period,
                   make_date(school_year + 1, 8, 1) to_period, concat(condition_code, level = 'Met') detail
              from {rows}
            """),
        On("dictionary_entry", """
            with schools as (select distinct organization_id, region_code from condition_assessment)
            select s.organization_id id, s.organization_id, s.region_code, indicator_month(d.valid_from) from_period, null::date to_period,
                   concat(d.code, d.valid_from) detail
              from {rows} d cross join schools s where d.dictionary = 'school-condition'
            union all
            select s.organization_id, s.organization_id, s.region_code, indicator_month(d.valid_to), null, concat(d.code, d.valid_to)
              from {rows} d cross join schools s where d.dictionary = 'school-condition' and d.valid_to is not null
            """),
    ];

    /// <summary>That a census is done tells who needs nobody, from the month on in which it was.</summary>
    public static readonly string Census = On("census", """
        select id, organization_id, region_code, greatest(indicator_month(completed_on), make_date(school_year, 9, 1)) from_period,
               make_date(school_year + 1, 8, 1) to_period, '' detail
          from {rows} where status = 'Done'
        """);

    /// <summary>The same facts in the months of the organization's own zone, which a municipality may have: what they replace went by the region's.</summary>
    public static readonly string[] ByLocalDay =
    [
        Function("program", Told(Programs, ByPlace)), Function("consent", Told(Consents, ByPlace)), Function("meeting", Told(Meetings, ByPlace)),
    ];

    /// <summary>The term's first day counts too: with another one other months are concerned.</summary>
    public static readonly string ByTerm = ByLocalDay[0]
        .Replace("concat(activated_at, created_at) detail", "concat(activated_at, created_at, starts_on) detail", StringComparison.Ordinal)
        .Replace("p.created_at, p.status", "p.created_at, p.starts_on, p.status", StringComparison.Ordinal);

    /// <summary>
    /// What was handed over counts in months before at whose it was then: a meeting written down late, a corrected day concern
    /// them too.
    /// </summary>
    public static readonly string[] ByHome =
    [
        Function("program", """
            with mine as (
                select p.id, p.activated_at, p.finished_at, p.created_at, p.starts_on, p.status, p.organization_id, p.region_code
                  from {rows} p where p.activated_at is not null),
            homes as (
                select m.id, m.organization_id, m.region_code from mine m
                union select m.id, o.id, o.region_code
                  from mine m join program_participant i on i.program_id = m.id join organization o on o.id = i.employer_id
                union select m.id, x.organization_id, x.region_code from mine m join program_past x on x.program_id = m.id
                union select m.id, x.organization_id, x.region_code from mine m join participant_past x on x.program_id = m.id),
            places as (
                select m.id, m.activated_at, m.finished_at, m.created_at, m.starts_on, m.status, h.organization_id, h.region_code, m.organization_id home
                  from mine m join homes h on h.id = m.id)
            select id, r.organization_id, r.region_code, indicator_month(activated_at, time_zone) from_period, null::date to_period,
                   concat(activated_at, created_at, starts_on, home) detail
              from places r join organization_zone t on t.place_id = r.organization_id
            union all
            select id, r.organization_id, r.region_code, indicator_month(finished_at, time_zone), null, concat(finished_at, status)
              from places r join organization_zone t on t.place_id = r.organization_id where finished_at is not null
            """),
        Function("program_participant", Participants.Replace("{mentees}", "", StringComparison.Ordinal)),
        Function("consent", Told(AtHome(Consents, "id, program_id, status, decided_at"), ByPlace)),
        Function("meeting", Told(AtHome(Meetings, "id, program_id, status, starts_at"), ByPlace)),
        Function("roadmap_activity", $"""
            select a.id, a.organization_id, a.region_code, indicator_month(due_on) from_period, indicator_month(due_on) to_period,
                   (done_on is null)::text detail
              from {Homes("id, program_id, due_on, done_on")} a left join program p on p.id = a.program_id where p.id is null or p.activated_at is not null
            """),
    ];

    /// <summary>A mentor who comes or leaves concerns the schools of the mentees too: they are covered by that mentor, or no more.</summary>
    public static readonly string ByMentor = Function("program_participant", Participants.Replace("{mentees}", """
        union select m.program_id, m.person_id, e.employer_id
          from mine m join program_participant e on e.program_id = m.program_id and e.role = 'Mentee' where m.role = 'Mentor'
        union select m.program_id, m.person_id, x.organization_id
          from mine m join program_participant e on e.program_id = m.program_id and e.role = 'Mentee'
          join participant_past x on x.program_id = e.program_id and x.person_id = e.person_id where m.role = 'Mentor'
        """, StringComparison.Ordinal));

    static string AtHome(string facts, string columns) => facts.Replace("from {rows} r", $"from {Homes(columns)} r", StringComparison.Ordinal);

    /// <summary>The rows at the organization where they are, and once more at each where their program was.</summary>
    static string Homes(string columns) => $$"""
        (select {{columns}}, organization_id, region_code from {rows}
         union all
         select {{string.Join(", ", columns.Split(", ").Select(column => $"w.{column}"))}}, x.organization_id, x.region_code
           from {rows} w join program_past x on x.program_id = w.program_id)
        """;

    static string Told(string facts, string zone) => facts.Replace("{zone}", zone, StringComparison.Ordinal);

    static string On(string table, string facts) => $"""
        {Function(table, facts)}
        create trigger {table}_stale_insert after insert on {table} referencing new table as added
            for each statement execute function {table}_mark_stale();
        create trigger {table}_stale_update after update on {table} referencing old table as removed new table as added
            for each statement execute function {table}_mark_stale();
        create trigger {table}_stale_delete after delete on {table} referencing old table as removed
            for each statement execute function {table}_mark_stale();
        """;

    static string Function(string table, string facts)
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
