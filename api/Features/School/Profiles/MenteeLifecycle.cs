using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Profiles.MenteeStatus;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Whether a mentee looks for a mentor: matched by the school, closed and opened again by the mentee or the school.</summary>
public static class MenteeLifecycle
{
    public static readonly Lifecycle<MenteeStatus, MenteeStatus> Moves = Lifecycle.Of("profile.step-not-now",
        (Open, Matched), (Open, Closed), (Matched, Open), (Matched, Closed), (Closed, Open));
}
