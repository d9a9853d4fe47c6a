namespace Mentoring.Api.Features.Imports;

/// <summary>
/// What becomes of the staff of an organization that ends on a day. Parameters of all: Organization, On; of those that hand
/// over also Heir and HeirRegion.
/// </summary>
static class StaffHandOver
{
    /// <summary>Whoever works there on that day, as the work was until then, and whoever was to begin later.</summary>
    public const string Stage = """
        create temp table handed_over (
            id uuid, person_id uuid, position_code text, is_teaching boolean, is_main boolean, qualification text, started_on date, ended_on date,
            hired_on date, begins date) on commit drop;
        insert into handed_over
        select e.id, e.person_id, e.position_code, e.is_teaching, e.is_main, e.qualification, e.started_on, e.ended_on, e.hired_on, greatest(e.started_on, @On)
          from employment e where e.organization_id = @Organization and (e.ended_on is null or e.ended_on > @On);
        """;

    /// <summary>What was to begin on that day or later has not been.</summary>
    public const string Ends = """
        update employment e set ended_on = @On, version = e.version + 1 from handed_over h where h.id = e.id and h.started_on < @On;
        select employment_never_began(@Organization, @On);
        """;

    /// <summary>
    /// The same work goes on at the successor, the service counts from its beginning. Whoever holds the position there already
    /// besides has it as the main work from now on.
    /// </summary>
    public const string Begins = """
        update employment there set ended_on = h.begins, version = there.version + 1
          from handed_over h
         where there.organization_id = @Heir and there.person_id = h.person_id and there.position_code = h.position_code and h.is_main
           and not there.is_main and there.started_on < h.begins and (there.ended_on is null or there.ended_on > h.begins);
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, qualification, started_on, ended_on, hired_on)
        select gen_random_uuid(), @Heir, @HeirRegion, h.person_id, h.position_code, h.is_teaching, h.is_main, h.qualification, h.begins, h.ended_on,
               coalesce(h.hired_on, h.started_on)
          from handed_over h
         where not exists (select from employment there where there.organization_id = @Heir and there.person_id = h.person_id
                              and there.position_code = h.position_code and there.period && daterange(h.begins, h.ended_on));
        update person p set organization_ids = p.organization_ids || @Heir::uuid
         where p.id in (select person_id from handed_over) and not @Heir = any(p.organization_ids);
        """;

    public const string People = "select count(distinct person_id)::int from handed_over";

    /// <summary>Files that nobody can confirm any more are given up.</summary>
    public const string CancelImports = """
        update import set status = 'Cancelled', version = version + 1
         where organization_id = @Organization and status in ('Unmatched', 'Received', 'Checked', 'Confirmed') returning id
        """;
}
