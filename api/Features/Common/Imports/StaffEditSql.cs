namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// How a file of later is read beside what was changed by hand (<see cref="StaffEdits"/>): after people and posts are matched, before
/// anything is decided.
/// </summary>
static class StaffEditSql
{
    const string Live = "h.undone_at is null and h.settled_at is null";

    /// <summary>From the post that a file repeats to the one that the hand put in its place; several changes in a row are followed one by one.</summary>
    const string Onwards = """
        update staged_job j set employment_id = h.employment_id, position_code = h.position_code, is_teaching = h.is_teaching, is_main = h.is_main,
               started_on = case when h.hired_on is not null and j.started_on < h.started_on then h.started_on else j.started_on end,
               ended_on = coalesce(w.ended_on, h.ended_on), qualification = null
          from staged_hand h, staged_said_work w
         where w.line = j.line and h.kind = 'Work' and j.employment_id in (h.employment_id, h.former_id) and h.started_on <= @Today
           and j.position_code = h.was and j.is_main in (h.was_main, h.is_main) and (j.qualification is null or j.qualification = h.was_category)
           and h.becomes = h.position_code and not exists (select from staged_job o where o.employment_id = h.employment_id and o.line <> j.line);

        """;

    public const string Stand = $"""
        update staged_person sp
           set family_name = case when s.columns ? 'family_name' then null else sp.family_name end,
               given_name = case when s.columns ? 'given_name' then null else sp.given_name end,
               patronymic = case when s.columns ? 'patronymic' then null else sp.patronymic end,
               birth_date = case when s.columns ? 'birth_date' then null else sp.birth_date end,
               email = case when s.columns ? 'email' then null else sp.email end,
               phone = case when s.columns ? 'phone' then null else sp.phone end
          from (select one.n, jsonb_object_agg(b.key, true) columns
                  from staged_person one join staff_edit h on h.person_id = one.person_id and h.kind = 'Details' and {Live}
                  cross join jsonb_each_text(h.before) b
                 where coalesce(b.value, '') = to_jsonb(one) ->> b.key group by one.n) s
         where s.n = sp.n;
        create temp table staged_hand on commit drop as
        select h.region_code, h.id, h.kind, h.person_id, h.employment_id, (h.before ->> 'employment_id')::uuid former_id, h.before ->> 'position_code' was,
               (h.before ->> 'is_main')::boolean was_main, h.before ->> 'qualification' was_category,
               h.after ->> 'position_code' becomes, e.position_code, e.is_teaching, e.is_main, e.started_on, e.ended_on, e.hired_on
          from staff_edit h join employment e on e.id = h.employment_id
         where h.organization_id = @OrganizationId and h.kind in ('Work', 'End') and {Live};
        create index on staged_hand (person_id);
        analyze staged_hand;
        update staged_job j set ended_on = h.started_on
          from staged_hand h
         where h.kind = 'Work' and h.former_id <> h.employment_id and j.employment_id = h.former_id and h.started_on > @Today
           and (j.ended_on is null or j.ended_on > h.started_on);
        {Onwards}{Onwards}{Onwards}
        update staged_job j set employment_id = null from staged_hand h
         where h.kind = 'End' and j.employment_id = h.employment_id and not j.undated and j.started_on >= h.ended_on;
        update staged_job j set ended_on = h.ended_on from staged_hand h
         where h.kind = 'End' and j.employment_id = h.employment_id and j.ended_on is null and h.ended_on > @Today;
        insert into staged_problem
        select @RolesFile, j.line, 'metadata.mentoring.hireDate', 'import.ended-by-hand', to_char(h.ended_on - 1, 'DD.MM.YYYY')
          from staged_job j join staged_hand h on h.kind = 'End' and h.person_id = j.person_id and h.ended_on <= @Today
         where j.employment_id = h.employment_id and j.ended_on is distinct from h.ended_on
            or j.employment_id is null and j.undated and j.position_code = h.position_code;
        update staged_role r set bad = true from staged_problem p where p.file = @RolesFile and p.line = r.line and p.code = 'import.ended-by-hand';
        """;

    /// <summary>What a file says as the hand did is the file's again.</summary>
    public const string Settle = $"""
        update staff_edit h set settled_at = @Now
          from staged_job j
         where j.employment_id = h.employment_id and h.kind = 'Work' and {Live} and h.effective_on <= @Today
           and exists (select from staged_said_work w where w.line = j.line and w.position_code = h.after ->> 'position_code'
                          and w.is_main = (h.after ->> 'is_main')::boolean and (w.qualification is null or w.qualification = h.after ->> 'qualification'));
        update staff_edit h set settled_at = @Now
          from staged_person sp join staged_user u on u.line = sp.line
         where h.person_id = sp.person_id and h.kind = 'Details' and {Live}
           and not exists (select from jsonb_each_text(h.after) a where a.value is distinct from to_jsonb(u) ->> a.key)
        """;

    /// <summary>The posts as the file writes them.</summary>
    public const string Said = """
        create temp table staged_said_work on commit drop as select line, position_code, is_main, qualification, ended_on from staged_job
        """;
}
