namespace Mentoring.Api.Features.Imports;

/// <summary>
/// What becomes of the staff of an organization that ends on a day. Parameters of all: Organization, On; of those that hand
/// over also Heir and HeirRegion, of the staging Heir and the Parts that were named besides.
/// </summary>
static class StaffHandOver
{
    /// <summary>
    /// Whoever works there on that day, as the work was until then, and whoever was to begin later. Of several parts each goes to
    /// the one where they are employed already.
    /// </summary>
    public const string Stage = """
        create temp table handed_over (
            id uuid, person_id uuid, position_code text, is_teaching boolean, is_main boolean, qualification text, started_on date, ended_on date,
            hired_on date, begins date, heir uuid) on commit drop;
        insert into handed_over
        select e.id, e.person_id, e.position_code, e.is_teaching, e.is_main, e.qualification, e.started_on, e.ended_on, e.hired_on, greatest(e.started_on, @On),
               coalesce((select t.organization_id from employment t
                          where t.person_id = e.person_id and t.organization_id = any(@Parts)
                            and (t.ended_on is null or t.ended_on > greatest(t.started_on, @On))
                          order by t.started_on desc, t.id limit 1), @Heir)
          from employment e where e.organization_id = @Organization and (e.ended_on is null or e.ended_on > @On);
        """;

    /// <summary>What was to begin on that day or later has not been.</summary>
    public const string Ends = """
        update employment e set ended_on = @On, version = e.version + 1 from handed_over h where h.id = e.id and h.started_on < @On;
        select employment_never_began(@Organization, @On);
        """;

    /// <summary>
    /// The same work goes on at the successor, the service counts from its beginning. Whoever holds the position there already
    /// besides, or was hired for it from that day on, has it as the main work from now on.
    /// </summary>
    public const string Begins = """
        update employment there set ended_on = h.begins, version = there.version + 1
          from handed_over h
         where h.heir = @Heir and there.organization_id = @Heir and there.person_id = h.person_id and there.position_code = h.position_code and h.is_main
           and not there.is_main and there.started_on < h.begins and (there.ended_on is null or there.ended_on > h.begins);
        update employment there set is_main = true, version = there.version + 1
          from handed_over h
         where h.heir = @Heir and there.organization_id = @Heir and there.person_id = h.person_id and there.position_code = h.position_code and h.is_main
           and not there.is_main and there.started_on >= h.begins and there.period && daterange(h.begins, h.ended_on);
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, qualification, started_on, ended_on, hired_on)
        select gen_random_uuid(), @Heir, @HeirRegion, h.person_id, h.position_code, h.is_teaching, h.is_main, h.qualification, h.begins, h.ended_on,
               coalesce(h.hired_on, h.started_on)
          from handed_over h
         where h.heir = @Heir
           and not exists (select from employment there where there.organization_id = @Heir and there.person_id = h.person_id
                              and there.position_code = h.position_code and there.period && daterange(h.begins, h.ended_on));
        update person p set organization_ids = p.organization_ids || @Heir::uuid
         where p.id in (select person_id from handed_over where heir = @Heir) and not @Heir = any(p.organization_ids);
        """;

    public const string People = "select count(distinct person_id)::int from handed_over";

    /// <summary>Files that nobody can confirm any more are given up.</summary>
    public const string CancelImports = """
        update import set status = 'Cancelled', version = version + 1
         where organization_id = @Organization and status in ('Unmatched', 'Received', 'Checked', 'Confirmed') returning id
        """;
}
