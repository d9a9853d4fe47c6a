using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Meetings;

/// <summary>What waits around the meetings of a pair.</summary>
sealed class MeetingTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.ProgramConsent, Meeting), new(Permission.ProgramConsent, Record)];

    const string Meeting = """
        select 'MeetingToConfirm', m.id, m.topic, p.title, p.partners, p.id, p.organization_id, (m.starts_at at time zone 'UTC')::date, true, m.version,
               '/programs/' || p.id || '?tab=meetings'
          from mine p join meeting m on m.program_id = p.id
         where p.status in ('Active', 'Paused') and m.status = 'Planned' and m.starts_at + make_interval(mins => m.duration_minutes) < @Now
        """;

    // What is older than a month is left as it was recorded.
    const string Record = """
        select 'RecordToConfirm', m.id, m.topic, p.title, p.partners, p.id, p.organization_id, null, false, m.version, '/programs/' || p.id || '?tab=meetings'
          from mine p join meeting m on m.program_id = p.id
         where p.status in ('Active', 'Paused') and m.status = 'Held' and m.starts_at > @Now::timestamptz - interval '30 days'
           and not exists (select from meeting_confirmation c where c.meeting_id = m.id and c.person_id = @Person and c.about = 'Held'
                              and c.starts_at = m.starts_at)
        """;
}
