using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Profiles.MenteeStatus;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Whether a mentee looks for a mentor: matched by the school, closed and opened again by the mentee or the school.</summary>
public static class MenteeLifecycle
{
    static readonly HashSet<(MenteeStatus, MenteeStatus)> Moves = [(Open, Matched), (Open, Closed), (Matched, Open), (Matched, Closed), (Closed, Open)];

    public static bool Allows(MenteeStatus from, MenteeStatus to) => Moves.Contains((from, to));

    public static MenteeStatus Next(MenteeStatus from, MenteeStatus to) => Allows(from, to) ? to : throw new RuleViolation("profile.step-not-now");
}
