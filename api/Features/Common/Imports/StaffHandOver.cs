namespace Mentoring.Api.Features.Common.Imports;

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
            hired_on date, begins date, heir uuid, joined boolean not null default false) on commit drop;
        insert into handed_over (id, person_id, position_code, is_teaching, is_main, qualification, started_on, ended_on, hired_on, begins, heir)
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
    /// The same work goes on at the successor, the service counts from its beginning. Whoever holds the position there already, or
    /// was hired for it, has it once, as when two records become one: from the earlier beginning until the later end, as the main
    /// work if one of both is. What was besides until that day stays so until that day. Where other work stands in the way of the
    /// later end, each keeps its own, one after the other.
    /// </summary>
    public const string Begins = """
        update handed_over h set joined = true, ended_on = k.longest, is_main = h.is_main or k.main
          from (select h.id, bool_or(there.is_main) main,
                       case when h.ended_on is not null and bool_and(there.ended_on is not null) then greatest(h.ended_on, max(there.ended_on)) end longest
                  from handed_over h join employment there on there.organization_id = @Heir and there.person_id = h.person_id
                       and there.position_code = h.position_code and there.period && daterange(h.begins, h.ended_on)
                 where h.heir = @Heir group by h.id, h.ended_on) k
         where k.id = h.id
           and not exists (select from handed_over o
                            where o.person_id = h.person_id and o.id <> h.id and daterange(o.begins, o.ended_on) && daterange(h.begins, k.longest)
                              and (o.position_code = h.position_code or (h.is_main or k.main) and o.is_main))
           and not exists (select from employment o
                            where o.person_id = h.person_id and o.is_main and (h.is_main or k.main) and o.period && daterange(h.begins, k.longest)
                              and not (o.organization_id = @Heir and o.position_code = h.position_code));
        update employment there set ended_on = h.begins, version = there.version + 1
          from handed_over h
         where h.heir = @Heir and there.organization_id = @Heir and there.person_id = h.person_id and there.position_code = h.position_code and h.is_main
           and not there.is_main and there.started_on < h.begins and (there.ended_on is null or there.ended_on > h.begins);
        update employment there set is_main = true, version = there.version + 1
          from handed_over h
         where h.heir = @Heir and there.organization_id = @Heir and there.person_id = h.person_id and there.position_code = h.position_code and h.is_main
           and not there.is_main and there.started_on >= h.begins and there.period && daterange(h.begins, h.ended_on);
        update employment there set started_on = k.started_on, ended_on = k.ended_on, hired_on = k.hired_on, version = there.version + 1
          from (select there.id, case when lag(there.id) over w is null then least(there.started_on, h.begins) else there.started_on end started_on,
                       coalesce(lead(there.started_on) over w, h.ended_on) ended_on,
                       case when there.started_on < h.begins then there.hired_on
                            else least(coalesce(there.hired_on, there.started_on), h.hired_on, h.started_on) end hired_on
                  from handed_over h join employment there on there.organization_id = @Heir and there.person_id = h.person_id
                       and there.position_code = h.position_code and there.period && daterange(h.begins, h.ended_on)
                 where h.heir = @Heir and h.joined window w as (partition by h.id order by there.started_on)) k
         where there.id = k.id and (there.started_on, there.ended_on, there.hired_on) is distinct from (k.started_on, k.ended_on, k.hired_on);
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, qualification, started_on, ended_on, hired_on)
        select gen_random_uuid(), @Heir, @HeirRegion, h.person_id, h.position_code, h.is_teaching, h.is_main, h.qualification,
               coalesce(held.until, h.begins), h.ended_on, coalesce(h.hired_on, h.started_on)
          from handed_over h
         cross join lateral (select max(coalesce(there.ended_on, 'infinity')) until from employment there
                              where there.organization_id = @Heir and there.person_id = h.person_id
                                and there.position_code = h.position_code and there.period && daterange(h.begins, h.ended_on)) held
         where h.heir = @Heir and (held.until is null or not h.joined and held.until < coalesce(h.ended_on, 'infinity'));
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
