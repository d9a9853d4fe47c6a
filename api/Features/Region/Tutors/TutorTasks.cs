using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>What waits around tutors: the teacher's answer, the centre's, and what a tutor has to say of a consultation.</summary>
sealed class TutorTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.TutoringWrite, Offered), new(Permission.TutorManage, Wanted), new(Permission.TutoringWrite, Ahead), new(Permission.TutoringWrite, Over),
    ];

    const string Offered = """
        select 'TutorToAnswer', a.id, a.tutor_name, b.name_short, a.tutor_name, null, a.organization_id, a.answer_by, a.answer_by < day.today, a.version,
               '/my-tutor'
          from tutor_assignment a join organization b on b.id = a.body_id join day on day.place_id = a.organization_id
         where a.person_id = @Person and a.status = 'Proposed'
        """;

    const string Wanted = $"""
        select 'TutorToPropose', a.id, a.person_name, o.name_short, a.person_name, null, a.body_id, null, false, a.version,
               '/school/' || a.body_id || '/tutoring'
          from tutor_assignment a join organization o on o.id = a.organization_id
         where a.body_id = {AgendaQuestion.Here} and a.status = 'Requested'
        """;

    const string Ahead = """
        select 'ConsultationAhead', c.id, c.topic, b.name_short, case when c.tutor_id = @Person then a.person_name else a.tutor_name end, null,
               c.organization_id, (c.starts_at at time zone z.time_zone)::date, false, c.version, '/tutoring/' || c.assignment_id
          from consultation c join tutor_assignment a on a.region_code = c.region_code and a.id = c.assignment_id
          join organization b on b.id = c.body_id join organization_zone z on z.place_id = c.organization_id
         where (c.tutor_id = @Person or c.person_id = @Person) and c.is_open and c.status = 'Planned'
           and c.starts_at between @Now and @Now::timestamptz + interval '14 days'
        """;

    const string Over = """
        select 'ConsultationToRecord', c.id, c.topic, b.name_short, a.person_name, null, c.organization_id, (c.starts_at at time zone z.time_zone)::date, true,
               c.version, '/tutoring/' || c.assignment_id
          from consultation c join tutor_assignment a on a.region_code = c.region_code and a.id = c.assignment_id
          join organization b on b.id = c.body_id join organization_zone z on z.place_id = c.organization_id
         where c.tutor_id = @Person and c.is_open and c.status = 'Planned' and c.starts_at + make_interval(mins => c.duration_minutes) < @Now
        """;
}
