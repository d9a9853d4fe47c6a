namespace Mentoring.Api.Features.Common.Agenda;

/// <summary>The caller's own meetings and programs, asked together with what waits.</summary>
public static class AgendaSql
{
    public const string Meetings = """
        select m.id, m.program_id, p.title program_title, m.starts_at, m.duration_minutes, m.mode, m.topic, m.place, m.version, p.status = 'Paused' rests,
               array(select person_name from program_participant part where part.program_id = m.program_id and part.person_id <> @Person
                   order by person_name) "with"
          from meeting m join program p on p.id = m.program_id
         where m.program_id = any(@Mine) and m.status = 'Planned' and m.starts_at between @Now and @Now::timestamptz + interval '14 days'
         order by m.starts_at, m.id limit 20
        """;

    public const string Programs = """
        select p.id, p.title, p.status, part.role,
               array(select person_name from program_participant other where other.program_id = p.id and other.person_id <> @Person
                   order by person_name) partners,
               roadmap.done activities_done, roadmap.total activities_total,
               (select min(m.starts_at) from meeting m where m.program_id = p.id and m.status = 'Planned' and m.starts_at >= @Now) next_meeting_at
          from program p
          join program_participant part on part.program_id = p.id and part.person_id = @Person
          cross join lateral (select count(done_on)::int done, count(*)::int total from roadmap_activity where program_id = p.id) roadmap
         where p.id = any(@Mine) and p.status not in ('Completed', 'EndedEarly', 'Cancelled')
         order by p.starts_on desc, p.id limit 50
        """;
}
