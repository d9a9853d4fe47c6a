namespace Mentoring.Api.Features.School.Programs;

/// <summary>What would stop a program that is still being prepared from coming into force.</summary>
public enum ProgramWarning
{
    /// <summary>A pair of it has another program running in its term, or one that runs beyond its own.</summary>
    PairRuns,

    /// <summary>A mentor of it has as many running programs in its term as the profile offers, or a paused profile.</summary>
    MentorFull,
}

/// <summary>
/// The questions that the database asks again when the program <c>p</c> comes into force (<c>demand_free_mentors</c>), as far
/// as the caller may see: here they warn, there they refuse.
/// </summary>
static class ProgramLoad
{
    const string Prepared = "p.status in ('Draft', 'Consent', 'Council', 'Approved')";

    const string Days = "program_days(p.organization_id, p.starts_on, p.ends_on)";

    public const string PairRuns = $"""
        ({Prepared} and exists (
            select from program_participant mentor
              join program_participant mentee on mentee.program_id = p.id and mentee.role = 'Mentee' and mentee.left_on is null
              join program_participant other on other.person_id = mentor.person_id and other.role = 'Mentor' and other.left_on is null
                    and other.program_id <> p.id
              join program_participant same on same.program_id = other.program_id and same.person_id = mentee.person_id
                    and same.role = 'Mentee' and same.left_on is null
              join program running on running.id = other.program_id and running.status in ('Active', 'Paused')
                    and program_days(running.organization_id, running.starts_on, running.ends_on) && {Days}
             where mentor.program_id = p.id and mentor.role = 'Mentor' and mentor.left_on is null))
        """;

    public const string MentorFull = $"""
        ({Prepared} and exists (
            select from program_participant mentor
              join mentor_profile m on m.organization_id = mentor.employer_id and m.person_id = mentor.person_id
             where mentor.program_id = p.id and mentor.role = 'Mentor' and mentor.left_on is null
               and case m.status when 'Paused' then 0 else m.capacity_programs end <= mentor_programs_at_most(mentor.person_id, mentor.employer_id, {Days})))
        """;
}
