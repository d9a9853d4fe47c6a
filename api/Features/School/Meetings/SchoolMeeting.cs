using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>A meeting among all of its school.</summary>
/// <param name="Day">By the school's own clock.</param>
/// <param name="MayWrite">The caller may move it, call it off and record it.</param>
public sealed record SchoolMeeting(DateOnly Day, Guid ProgramId, string ProgramTitle, string Mentors, string Mentees, bool MayWrite, MeetingItem Meeting);

/// <summary>A meeting of a school as it is read.</summary>
sealed record SchoolMeetingRow : MeetingItemRow
{
    public DateOnly Day { get; init; }
    public Guid ProgramId { get; init; }
    public required string ProgramTitle { get; init; }
    public bool InForce { get; init; }
    public string? Mentors { get; init; }
    public string? Mentees { get; init; }

    /// <param name="writes">Where the caller may write meetings.</param>
    public SchoolMeeting Among(Guid organization, Scope? writes) => new(Day, ProgramId, ProgramTitle, Mentors ?? "", Mentees ?? "",
        InForce && writes?.Opens(organization, ProgramId) == true, Item);

    /// <summary>All of <c>@OrganizationId</c>'s, by its <c>@TimeZone</c>, for the caller <c>@Caller</c>; a condition follows.</summary>
    public const string Of = $"""
        select {Columns}, (m.starts_at at time zone @TimeZone)::date as day, m.program_id, p.title program_title,
               p.status in ('Active', 'Paused') in_force,
               (select string_agg(i.person_name, ', ' order by i.person_name) from program_participant i where i.program_id = m.program_id
                   and i.role = 'Mentor' and i.left_on is null) mentors,
               (select string_agg(i.person_name, ', ' order by i.person_name) from program_participant i where i.program_id = m.program_id
                   and i.role = 'Mentee' and i.left_on is null) mentees
          from meeting m join program p on p.id = m.program_id
         where m.organization_id = @OrganizationId
        """;

    /// <summary>Its time is over, its program goes on, and nobody has said whether it was held.</summary>
    public const string Unrecorded =
        "m.status = 'Planned' and m.starts_at + make_interval(mins => m.duration_minutes) < @Now and p.status in ('Active', 'Paused')";
}
