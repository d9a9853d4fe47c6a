using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>The facts of the checklist, in one round trip.</summary>
static class SetupSql
{
    public const string Read = $"""
        select o.name_short organization_name, r.time_zone, o.sector sector_code, d.name_ru, d.name_en,
               d.data ->> 'federalProject' federal_project_ru, d.data ->> 'federalProjectEn' federal_project_en
          from organization o join organization_zone r on r.place_id = o.id
          left join dictionary_entry d on d.dictionary = 'sector' and d.code = o.sector and d.valid_to is null
         where o.id = @Id;

        select s.structure, s.structure_reason, s.forms, s.incentives, s.coordinator_id,
               nullif(person_name(p), '') coordinator_name,
               s.review_every_months, s.next_review_on, s.indicators, s.version
          from mentoring_setup s left join person p on p.id = s.coordinator_id
         where s.organization_id = @Id;

        select distinct on (kind) kind, status, id from local_act
         where organization_id = @Id and status in ('Draft', 'Agreed', 'Approved', 'InForce')
         order by kind, array_position(array['InForce', 'Approved', 'Agreed', 'Draft'], status), created_at desc;

        select r.role, coalesce(nullif(person_name(p), ''), a.display_name) as name
          from role_assignment r join identity.account a on a.id = r.account_id left join person p on p.id = a.person_id
         where r.organization_id = @Id and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today) and r.role not in ('Mentor', 'Mentee');

        select b.kind, b.name_short as name from organization b join organization o on o.id = @Id
         where b.region_code = o.region_code and b.kind in ('Cnppm', 'Institute', 'UniversityCentre', 'MunicipalService') and b.status = 'Open'
           and (b.kind <> 'MunicipalService' or b.territory_code = o.territory_code)
         order by b.kind, b.name_short;

        select id, reviewed_on, due_on, conclusion, decisions, recorded_by_name from monitoring_review where organization_id = @Id
               order by reviewed_on desc, due_on desc limit 12;

        with pair as (
            select distinct part.role, part.person_id from program_participant part join program p on p.id = part.program_id
             where p.organization_id = @Id and part.organization_id = @Id and p.status in ('Active', 'Paused') and p.starts_on <= @Today
               and part.left_on is null),
        member as (
            select distinct e.person_id, {PeopleSql.IsTeacher} is_teacher from employment e
             where e.organization_id = @Id and e.started_on <= @Today and (e.ended_on is null or e.ended_on > @Today))
        select (select count(distinct person_id)::int from member) staff,
               (select count(distinct person_id)::int from member where is_teacher) teachers,
               (select count(*)::int from mentoring_need n where organization_id = @Id and school_year = @SchoolYear
                   and exists (select from member m where m.person_id = n.person_id)) needs,
               greatest((select count(*)::int from pair where role = 'Mentor'),
                        (select count(distinct account_id)::int from role_assignment where organization_id = @Id and role = 'Mentor' and started_on <= @Today
                            and (ended_on is null or ended_on > @Today))) mentors,
               (select count(*)::int from pair where role = 'Mentee') mentees,
               (select count(*)::int from program where organization_id = @Id and status in ('Draft', 'Consent', 'Council', 'Approved')) programs_prepared,
               (select count(*)::int from program where organization_id = @Id and status in ('Active', 'Paused') and starts_on <= @Today) programs_running,
               (select count(distinct kind)::int from provision where organization_id = @Id and status = 'Provided') provided_kinds,
               (select count(*)::int from provision where organization_id = @Id and status <> 'Withdrawn') provisions;
        """;
}
