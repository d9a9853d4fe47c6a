namespace Mentoring.Demo;

/// <summary>Last year's census of each showcase school, and this year's: in full swing, overdue and done.</summary>
static class DemoCensus
{
    public const string Sql = """
        insert into census (id, organization_id, region_code, school_year, status, opened_on, due_on, completed_on, completed_by_name, version)
        select distinct md5('census' || y.year || organization_id)::uuid, organization_id, region_code, y.year, case when y.done then 'Done' else 'Open' end,
               y.opened_on, y.due_on, case when y.done then y.due_on - 3 end, case when y.done then 'Куратор наставничества' end, 2
          from demo_teacher t
          cross join lateral (values (@year - 1, true, make_date(@year - 1, 9, 1), make_date(@year - 1, 10, 1)),
                                     (@year, place = 3, case place when 1 then @today - 18 else least(make_date(@year, 9, 1), @today - 40) end,
                                      case place when 1 then @today + 12
                                          else least(make_date(@year, 10, 1), @today - 5) end)) y (year, done, opened_on, due_on);

        insert into census_entry (census_id, organization_id, region_code, person_id, decision, category, note, decided_on)
        select c.id, c.organization_id, c.region_code, t.person_id,
               case when n.category is not null then 'NeedsMentor' when t.mentors and not t.learns then 'CanMentor'
                   else 'NoNeed' end, n.category, '', c.opened_on + 5
          from census c join demo_teacher t on t.organization_id = c.organization_id
          left join mentoring_need n on n.organization_id = c.organization_id and n.person_id = t.person_id and n.school_year = c.school_year
         where t.started_on < c.due_on and (c.status = 'Done' or t.place_in_school % 5 < 3);

        insert into census_reminder (census_id, organization_id, region_code, kind, reminded_on)
        select c.id, c.organization_id, c.region_code, 'Month', c.opened_on from census c where c.school_year = @year
        union all
        select c.id, c.organization_id, c.region_code, 'Overdue', c.due_on + 1 from census c where c.status = 'Open' and c.due_on < @today;
        """;
}
