using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Profiles.MentorStatus;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The life of a mentor's profile: what was confirmed is confirmed anew when it changes.</summary>
public static class MentorLifecycle
{
    public static readonly Lifecycle<MentorStatus, MentorStep> Steps = new("profile.step-not-now", new Dictionary<(MentorStatus, MentorStep), MentorStatus>
    {
        [(Draft, MentorStep.Revise)] = Draft,
        [(Confirmed, MentorStep.Revise)] = Draft,
        [(Paused, MentorStep.Revise)] = Draft,
        [(Draft, MentorStep.Confirm)] = Confirmed,
        [(Confirmed, MentorStep.Pause)] = Paused,
        [(Paused, MentorStep.Resume)] = Confirmed,
        [(Confirmed, MentorStep.Reopen)] = Draft,
    });
}
