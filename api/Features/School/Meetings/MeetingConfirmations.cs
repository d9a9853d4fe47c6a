using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>What a participant confirms of a meeting: to come, or that it was held as it is recorded.</summary>
public enum Confirmed { Coming, Held }

/// <summary>Writes confirmations. One of another hour than the meeting's no longer counts.</summary>
public static class MeetingConfirmations
{
    /// <returns>Whether the person takes part and so could confirm.</returns>
    public static async Task<bool> Add(Guid meeting, Guid? person, Confirmed about, DateTimeOffset now, Db db, CancellationToken ct) =>
        await db.Execute(Sql, new { Meeting = meeting, Person = person, About = about.ToString(), Now = now.UtcDateTime }, ct) == 1;

    const string Sql = """
        insert into meeting_confirmation (region_code, meeting_id, program_id, organization_id, person_id, about, starts_at, confirmed_at)
        select m.region_code, m.id, m.program_id, m.organization_id, i.person_id, @About, m.starts_at, @Now
          from meeting m join program_participant i on i.program_id = m.program_id and i.person_id = @Person::uuid and i.left_on is null
         where m.id = @Meeting
        on conflict (region_code, meeting_id, person_id, about) do update set starts_at = excluded.starts_at, confirmed_at = excluded.confirmed_at
        """;
}
