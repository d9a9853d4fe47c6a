using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// How many mentees mentors can still take, whoever asks: counted as every proposal counts it, by the platform, since the rows are those
/// of schools that the caller may not read.
/// </summary>
static class FreeMentors
{
    /// <param name="Free">None where the profile is not confirmed today.</param>
    sealed record Counted(Guid MentorId, Guid OrganizationId, int Free);

    public static async Task<IReadOnlyDictionary<(Guid Mentor, Guid Organization), int>> Count(
        IReadOnlyCollection<(Guid Mentor, Guid Organization)> mentors, IServiceScopeFactory scopes, TimeProvider time, CancellationToken ct)
    {
        if (mentors.Count == 0) return new Dictionary<(Guid, Guid), int>();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(FreeMentors));
        var rows = await scope.ServiceProvider.GetRequiredService<Db>().List<Counted>(Sql, new
        {
            Mentors = mentors.Select(one => one.Mentor).ToArray(), Organizations = mentors.Select(one => one.Organization).ToArray(),
            Now = time.GetUtcNow().UtcDateTime,
        }, ct);
        return rows.ToDictionary(row => (row.MentorId, row.OrganizationId), row => row.Free);
    }

    static readonly string Sql = $"""
        select distinct w.mentor_id, w.organization_id,
               greatest(0, coalesce(m.capacity_programs, 0) - {MatchSql.Taken("w.mentor_id", "w.organization_id")}) free
          from unnest(@Mentors::uuid[], @Organizations::uuid[]) w (mentor_id, organization_id)
          join organization_zone zone on zone.place_id = w.organization_id
         cross join lateral (select (@Now::timestamptz at time zone zone.time_zone)::date today) day
          left join mentor_profile m on m.organization_id = w.organization_id and m.person_id = w.mentor_id and m.status = 'Confirmed'
                and m.available_from <= day.today and (m.available_until is null or m.available_until > day.today)
        """;
}
