using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>What waits around the council of mentors: seats, votes, tasks, meetings.</summary>
sealed class CouncilTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.SignedIn, Seat), new(Permission.CouncilWork, Vote), new(Permission.CouncilWork, Task), new(Permission.CouncilWork, Meeting),
    ];

    const string Seat = """
        select 'SeatToAnswer', s.id, o.name_short, null, null, null, s.organization_id, null, false, s.version, '/today'
          from council_seat s join organization o on o.id = s.organization_id where s.person_id = @Person and s.status = 'Invited'
        """;

    const string Vote = $"""
        select 'VoteToCast', d.id, d.text, null, null, null, d.organization_id, null, false, d.version, '/council/meetings/' || d.meeting_id
          from council_decision d join council_attendance a on a.meeting_id = d.meeting_id and a.person_id = @Person
         where d.organization_id = {AgendaQuestion.Here} and d.status = 'Voting'
           and not exists (select from council_vote v where v.decision_id = d.id and v.person_id = @Person)
        """;

    const string Task = $"""
        select 'CouncilTaskDue', t.id, t.title, null, t.responsible_name, t.program_id, t.organization_id, t.due_on, t.due_on < day.today, t.version, '/council'
          from council_task t join day on day.place_id = t.organization_id
         where t.organization_id = {AgendaQuestion.Here} and t.status = 'Open' and t.due_on <= day.today + 14
        """;

    const string Meeting = $"""
        select 'CouncilMeetingAhead', m.id, m.place, null, null, null, m.organization_id, (m.starts_at at time zone t.time_zone)::date, false, m.version,
               '/council/meetings/' || m.id
          from council_meeting m join organization_zone t on t.place_id = m.organization_id
         where m.organization_id = {AgendaQuestion.Here} and m.status = 'Planned' and m.starts_at between @Now and @Now::timestamptz + interval '14 days'
        """;
}
