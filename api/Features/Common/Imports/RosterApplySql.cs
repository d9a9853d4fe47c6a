using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>How the plan of a roster becomes facts, a range of people at a time, in an order in which no exclusion constraint is broken on the way.</summary>
static class RosterApplySql
{
    /// <summary>First what ends, so that what begins finds its place free.</summary>
    public const string Ends = $"""
        {RegisterWrites.OwnId};
        update employment e set ended_on = x.ended_on, version = e.version + 1 from staged_end x where x.id = e.id and x.ended_on is not null;
        update staff_edit h set undone_at = @Now, undone_by = @CreatedBy
          from staged_end x where x.ended_on is null and h.employment_id = x.id and h.kind = 'Work' and h.undone_at is null;
        create temp table staged_stays on commit drop as
        select e.id, e.organization_id, e.region_code, e.person_id
          from staged_end x join employment planned on planned.id = x.id and planned.started_on > @Today
          join employment e on e.moved_to = x.id and e.ended_on = planned.started_on
         where x.ended_on is null;
        select call_off_employment(array(select id from staged_end where ended_on is null), @Today);
        delete from staged_stays s using employment e where e.id = s.id and e.moved_to is not null;
        update employment e set ended_on = m.ended_on, moved_to = j.new_id, stood_until = e.ended_on, version = e.version + 1
          from staged_moved m join staged_job j on j.line = m.line where m.id = e.id;
        """;

    public const string People = """
        insert into person (id, family_name, given_name, patronymic, birth_date, email, email_by, phone, snils_key, organization_ids)
        select new_id, family_name, given_name, patronymic, birth_date, email, case when email is not null then @CreatedBy end, phone,
               snils_key, array[@OrganizationId]
          from staged_person where person_id is null and n > @from and n <= @to;
        insert into person_source (organization_id, region_code, source_id, person_id)
        select @OrganizationId, @RegionCode, source_id, coalesce(person_id, new_id)
          from staged_person where not sourced and former_source_id is null and n > @from and n <= @to;
        update person_source s set source_id = sp.source_id, updated_at = now()
          from staged_person sp where s.organization_id = @OrganizationId and s.person_id = sp.person_id and s.source_id = sp.former_source_id
           and sp.n > @from and sp.n <= @to;
        update person p set family_name = coalesce(sp.family_name, p.family_name), given_name = coalesce(sp.given_name, p.given_name),
               patronymic = coalesce(sp.patronymic, p.patronymic), birth_date = coalesce(sp.birth_date, p.birth_date),
               email = nullif(coalesce(sp.email, p.email), ''), phone = nullif(coalesce(sp.phone, p.phone), ''),
               snils_key = coalesce(sp.snils_key, p.snils_key),
               version = p.version + 1, updated_at = now(),
               email_by = case when sp.email = '' then null when lower(sp.email) <> lower(coalesce(p.email, '')) then @CreatedBy else p.email_by end,
               email_former = case when lower(sp.email) <> lower(p.email) then array_append(array_remove(p.email_former, p.email), p.email)
                                   else p.email_former end
          from staged_person sp where sp.person_id = p.id and sp.changed and sp.n > @from and sp.n <= @to;
        update person p set organization_ids = p.organization_ids || @OrganizationId
          from staged_person sp where sp.person_id = p.id and sp.n > @from and sp.n <= @to and not @OrganizationId = any(p.organization_ids);
        """;

    /// <summary>
    /// What changes from a day on (position, teaching, main place) begins a row of its own today: past months keep what was true
    /// then. A row that began today or later is a correction, and stays one row.
    /// </summary>
    public const string Turns = """
        create temp table if not exists staged_turn (line int not null, employment_id uuid not null, hired_on date not null) on commit drop;
        truncate staged_turn;
        insert into staged_turn
        select j.line, e.id, coalesce(e.hired_on, e.started_on)
          from staged_job j join employment e on e.id = j.employment_id
         where j.changed and j.n > @from and j.n <= @to
           and (j.position_code, j.is_teaching, j.is_main) is distinct from (e.position_code, e.is_teaching, e.is_main)
           and e.started_on < @Today and (e.ended_on is null or e.ended_on > @Today)
           and j.started_on < @Today and (j.ended_on is null or j.ended_on > @Today);
        update employment e set ended_on = @Today, version = e.version + 1 from staged_turn t where t.employment_id = e.id;
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, qualification, source_id,
                                started_on, ended_on, hired_on)
        select j.new_id, @OrganizationId, @RegionCode, j.person_key, j.position_code, j.is_teaching, j.is_main, coalesce(j.qualification, e.qualification),
               j.source_id, @Today, j.ended_on, t.hired_on
          from staged_turn t join staged_job j on j.line = t.line join employment e on e.id = t.employment_id;
        update staff_edit h set before = jsonb_set(h.before, '{employment_id}', to_jsonb(j.new_id))
          from staged_turn t join staged_job j on j.line = t.line
         where h.organization_id = @OrganizationId and h.kind = 'Work' and h.undone_at is null and h.effective_on > @Today
           and h.before ->> 'employment_id' = t.employment_id::text and h.employment_id <> t.employment_id;
        update staged_job j set changed = false, touched = false from staged_turn t where t.line = j.line;
        """;

    /// <summary>A changed employment gives up being the main one before another takes it over.</summary>
    public const string Employments = """
        update employment e set is_main = false from staged_job j where j.employment_id = e.id and j.changed and e.is_main and j.n > @from and j.n <= @to;
        update employment e set position_code = j.position_code, is_teaching = j.is_teaching, is_main = j.is_main, started_on = j.started_on,
               ended_on = j.ended_on, qualification = coalesce(j.qualification, e.qualification), source_id = j.source_id,
               version = e.version + case when j.changed then 1 else 0 end
          from staged_job j where j.employment_id = e.id and j.touched and j.n > @from and j.n <= @to;
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, qualification, source_id, started_on,
            ended_on)
        select new_id, @OrganizationId, @RegionCode, person_key, position_code, is_teaching, is_main, qualification, source_id, started_on, ended_on
          from staged_job where employment_id is null and n > @from and n <= @to;
        """;
}
