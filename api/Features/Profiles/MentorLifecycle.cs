using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Profiles.MentorStatus;

namespace Mentoring.Api.Features.Profiles;

/// <summary>The life of a mentor's profile: what was confirmed is confirmed anew when it changes.</summary>
public static class MentorLifecycle
{
    static readonly Dictionary<(MentorStatus, MentorStep), MentorStatus> Steps = new()
    {
        [(Draft, MentorStep.Revise)] = Draft,
        [(Confirmed, MentorStep.Revise)] = Draft,
        [(Paused, MentorStep.Revise)] = Draft,
        [(Draft, MentorStep.Confirm)] = Confirmed,
        [(Confirmed, MentorStep.Pause)] = Paused,
        [(Paused, MentorStep.Resume)] = Confirmed,
        [(Confirmed, MentorStep.Reopen)] = Draft,
    };

    public static bool Allows(MentorStatus status, MentorStep step) => Steps.ContainsKey((status, step));

    public static MentorStatus Next(MentorStatus status, MentorStep step) =>
        Steps.TryGetValue((status, step), out var next) ? next : throw new RuleViolation("profile.step-not-now");
}
