namespace Mentoring.Api.Features.School.Councils;

/// <summary>When a council can decide, and what an open vote decides.</summary>
public static class Ballot
{
    /// <summary>More than half of the members take part.</summary>
    public static bool HasQuorum(int members, int present) => present * 2 > members;

    /// <summary>The smallest number of members with which it can decide.</summary>
    public static int Quorum(int members) => members / 2 + 1;

    /// <summary>More votes for than against; where they are equal, the chair's own vote decides, and without it nothing is adopted.</summary>
    public static DecisionStep Outcome(int inFavour, int against, Vote? chair) =>
        inFavour > against || (inFavour == against && chair == Vote.For) ? DecisionStep.Adopt : DecisionStep.Reject;
}
