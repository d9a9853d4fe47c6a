using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>What waits: one's own measures, a day of having settled in to agree on, and how the school sees itself.</summary>
sealed class ImpactTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
        [new(Permission.ImpactTake, Measure), new(Permission.ImpactTake, Adapted), new(Permission.ImpactManage, School)];

    const string Measure = """
        select 'Impact' || w.moment || 'Due', p.id, p.title, null, p.partners, p.id, p.organization_id, w.due_on, w.due_on < p.today, coalesce(m.version, 0),
               '/my-impact/' || p.id || '?moment=' || w.moment
          from mine p join program g on g.region_code = p.region_code and g.id = p.id
         cross join lateral impact_windows(g) w
          left join impact_measure m on m.region_code = p.region_code and m.program_id = p.id and m.person_id = @Person and m.moment = w.moment
         where p.today between w.opens_on and w.closes_on and m.status is distinct from 'Sent'
        """;

    const string Adapted = """
        select 'AdaptationToAgree', p.id, p.title, null, p.partners, p.id, p.organization_id, null, false, a.version, '/programs/' || p.id || '?tab=impact'
          from mine p join adaptation a on a.region_code = p.region_code and a.program_id = p.id
         where case p.role when 'Mentor' then a.mentor_said_at is null else a.mentee_said_at is null and a.person_id = @Person end
        """;

    const string School = $"""
        select 'SchoolImpactDue', day.place_id, y.name, null, null, null, day.place_id, y.due_on, y.due_on < day.today, 0,
               '/school/' || day.place_id || '/impact?view=school'
          from day
         cross join lateral (select extract(year from day.today - interval '8 months')::int as year) now
         cross join lateral (values ('Before', now.year, make_date(now.year, 9, 1), make_date(now.year, 9, 30)),
                                    ('After', now.year, make_date(now.year + 1, 5, 1), make_date(now.year + 1, 6, 15))) v (moment, year, opens_on, due_on)
         cross join lateral (select v.year || '/' || right((v.year + 1)::text, 2) as name, v.due_on) y
         where day.place_id = {AgendaQuestion.Here} and day.today >= v.opens_on
           and exists (select from program p where p.organization_id = day.place_id and p.status in ('Active', 'Paused'))
           and not exists (select from school_impact s where s.organization_id = day.place_id and s.school_year = v.year and s.moment = v.moment)
        """;
}
