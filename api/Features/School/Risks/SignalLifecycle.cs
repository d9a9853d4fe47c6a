using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>The life of a signal: the pair may explain it first, the curator decides, or it passes by itself.</summary>
public static class SignalLifecycle
{
    /// <summary>Days in which only the pair sees it.</summary>
    public const int DaysOfThePair = 7;

    /// <summary>Days in which what was decided is not raised anew.</summary>
    public const int QuietDays = 60;

    public static readonly Lifecycle<SignalStatus, SignalStep> Steps = new("signal.decided", new Dictionary<(SignalStatus, SignalStep), SignalStatus>
    {
        [(SignalStatus.Raised, SignalStep.Explain)] = SignalStatus.Explained,
        [(SignalStatus.Raised, SignalStep.Confirm)] = SignalStatus.Confirmed,
        [(SignalStatus.Raised, SignalStep.Dismiss)] = SignalStatus.Dismissed,
        [(SignalStatus.Raised, SignalStep.Pass)] = SignalStatus.Passed,
        [(SignalStatus.Explained, SignalStep.Explain)] = SignalStatus.Explained,
        [(SignalStatus.Explained, SignalStep.Confirm)] = SignalStatus.Confirmed,
        [(SignalStatus.Explained, SignalStep.Dismiss)] = SignalStatus.Dismissed,
        [(SignalStatus.Explained, SignalStep.Pass)] = SignalStatus.Passed,
    });
}
