namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// The questions from whose answers every proposal is made; each takes <c>@Organizations</c> (who needs), <c>@Helping</c>
/// (who helps), <c>@Now</c> and <c>@SchoolYear</c>.
/// </summary>
static class MatchSql
{
    public const string InLife = "('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')";

    const string Today = "(@Now::timestamptz at time zone t.time_zone)::date";

    /// <summary>The mentor's programs, what the mentor has said yes to and is no program yet, and the groups that are open.</summary>
    /// <param name="mentor">Expression of the mentor's id.</param>
    /// <param name="organization">Expression of the school for which the mentor works.</param>
    /// <param name="requests">Statuses of the requests that hold a place.</param>
    public static string Taken(string mentor, string organization, string requests = "'Requested', 'Accepted'") => $"""
        ((select count(*) from program_participant pp join program pr on pr.id = pp.program_id
           where pp.person_id = {mentor} and pp.role = 'Mentor' and pp.left_on is null and pp.employer_id = {organization} and pr.status in {InLife})
         + (select count(*) from match_request r
             where r.mentor_id = {mentor} and r.mentor_organization_id = {organization} and r.group_id is null and r.mentor_yes_at is not null
               and r.status in ({requests}) and not {ProgramOf("r.mentor_id", "r.mentee_id")})
         + (select count(*) from match_group g where g.mentor_id = {mentor} and g.organization_id = {organization} and g.closed_at is null))::int
        """;

    /// <summary>The two take part in one program that is not over.</summary>
    public static string ProgramOf(string mentor, string mentee) => $"""
        exists (select from program_participant a join program_participant b on b.program_id = a.program_id join program pr on pr.id = a.program_id
                 where a.person_id = {mentor} and b.person_id = {mentee} and a.role = 'Mentor' and b.role = 'Mentee' and pr.status in {InLife})
        """;

    /// <summary>
    /// Who waits for a mentor: whoever has an open profile as a mentee, or a need noted at this year's census, and neither a
    /// program nor a pair.
    /// </summary>
    public const string Mentees = $"""
        select e.person_id, e.organization_id, o.territory_code, person_name(p) as name, n.category need,
               coalesce(n.noted_on, (m.updated_at at time zone e.time_zone)::date) since,
               coalesce(m.categories, array[]::text[]) categories, coalesce(m.subjects, array[]::text[]) subjects, coalesce(m.remote, false) remote,
               array(select d.area_code from mentee_difficulty d where d.organization_id = e.organization_id and d.person_id = e.person_id
                   and d.closed_on is null order by d.position, d.id) difficulty_areas,
               array(select coalesce(d.topic_code, '') from mentee_difficulty d where d.organization_id = e.organization_id and d.person_id = e.person_id
                   and d.closed_on is null order by d.position, d.id) difficulty_topics,
               array(select d.level from mentee_difficulty d where d.organization_id = e.organization_id and d.person_id = e.person_id and d.closed_on is null
                   order by d.position, d.id) difficulty_levels,
               (select count(*)::int from match_request r where r.mentee_id = e.person_id and r.status = 'Requested') open_requests
          from (select distinct e.person_id, e.organization_id, t.time_zone from employment e join organization_zone t on t.place_id = e.organization_id
                 where e.organization_id = any(@Organizations) and e.started_on <= {Today} and (e.ended_on is null or e.ended_on > {Today})) e
          join organization o on o.id = e.organization_id
          join person p on p.id = e.person_id
          left join mentee_profile m on m.organization_id = e.organization_id and m.person_id = e.person_id
          left join mentoring_need n on n.organization_id = e.organization_id and n.person_id = e.person_id and n.school_year = @SchoolYear
         where (m.status = 'Open' or (m.person_id is null and n.person_id is not null))
           and not exists (select from program_participant pp join program pr on pr.id = pp.program_id
                            where pp.person_id = e.person_id and pp.organization_id = e.organization_id and pp.role = 'Mentee' and pp.left_on is null
                               and pr.status in {InLife})
           and not exists (select from match_request r where r.mentee_id = e.person_id and r.organization_id = e.organization_id and r.status = 'Accepted')
         order by since, name, e.person_id;
        """;

    /// <summary>
    /// Organizations that carry the component `Mentor` of the school today. Their mentors are seen by whoever may read them
    /// there: by their own people.
    /// </summary>
    public const string Carriers = $"""
        select d.taker_id from delegation d join organization_zone t on t.place_id = d.organization_id
         where d.organization_id = @school and d.component = 'Mentor' and d.status in ('Accepted', 'InForce') and d.period @> {Today}
        """;

    /// <summary>Mentors whom their organization has confirmed and who are available today.</summary>
    public static readonly string Mentors = $"""
        select m.person_id, m.organization_id, o.territory_code, person_name(p) as name, m.capacity_programs capacity,
               {Taken("m.person_id", "m.organization_id")} taken,
               m.topics, m.areas, m.subjects, m.remote, m.capacity_hours hours
          from mentor_profile m
          join organization o on o.id = m.organization_id
          join organization_zone t on t.place_id = m.organization_id
          join person p on p.id = m.person_id
         where m.organization_id = any(@Helping) and m.status = 'Confirmed'
           and m.available_from <= {Today} and (m.available_until is null or m.available_until > {Today})
           and exists (select from employment e where e.person_id = m.person_id and e.organization_id = m.organization_id
                          and e.started_on <= {Today} and (e.ended_on is null or e.ended_on > {Today}))
         order by name, m.person_id;
        """;

    /// <summary>Seats of the group that somebody has: on the way to a program, or in one.</summary>
    public const string Seated = """
        (select count(*) from match_request r where r.group_id = g.id and r.mentor_yes_at is not null
            and (r.status in ('Requested', 'Accepted') or r.reason_code = 'ProgramDrafted'))::int
        """;

    public const string Groups = $"""
        select g.id, g.mentor_id, g.area_code, g.seats, {Seated} taken, g.version from match_group g
         where g.organization_id = any(@Organizations) and g.closed_at is null order by g.opened_at, g.id;
        """;

    /// <summary>All that is known of two people; one row a fact.</summary>
    public const string Known = $"""
        select mentor_id, mentee_id, 'Vetoed' kind from match_veto where organization_id = any(@Organizations) and lifted_at is null
        union all
        select mentor_id, mentee_id, opinion from compatibility_opinion where organization_id = any(@Organizations)
        union all
        select mentor_id, mentee_id, 'Together' from match_request where organization_id = any(@Organizations) and status in ('Requested', 'Accepted')
        union all
        select a.person_id, b.person_id, case when pr.status in {InLife} then 'Together' else pr.status end
          from program pr
          join program_participant a on a.program_id = pr.id and a.role = 'Mentor'
          join program_participant b on b.program_id = pr.id and b.role = 'Mentee'
         where pr.organization_id = any(@Organizations) and pr.status <> 'Cancelled';
        """;

    public const string Locks = "select mentee_id, mentor_id from match_lock where organization_id = any(@Organizations) and released_at is null;";
}
