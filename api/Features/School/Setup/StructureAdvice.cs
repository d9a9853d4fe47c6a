namespace Mentoring.Api.Features.School.Setup;

/// <summary>
/// Which structure fits a school, by the number of mentors and mentees. The guidelines leave the numbers to schools; these are
/// ours: a curator leads some ten people, a council is needed as soon as it can have three members who judge others' programs.
/// </summary>
public static class StructureAdvice
{
    public const int PairsOfOneCurator = 5;
    public const int PeopleOfACouncil = 40;

    public static MentoringStructure For(int mentors, int mentees) => (mentors, mentees) switch
    {
        _ when mentors + mentees > PeopleOfACouncil => MentoringStructure.Department,
        _ when mentors > PairsOfOneCurator || mentees > PairsOfOneCurator => MentoringStructure.Council,
        _ => MentoringStructure.Responsible,
    };
}
