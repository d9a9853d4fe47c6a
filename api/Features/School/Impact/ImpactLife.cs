using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Impact.ImpactStatus;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>The life of a measure: what was sent is corrected or taken back, never overwritten.</summary>
public static class ImpactLife
{
    public static readonly Lifecycle<ImpactStatus, ImpactStep> Steps = new("impact.not-now", new Dictionary<(ImpactStatus, ImpactStep), ImpactStatus>
    {
        [(Draft, ImpactStep.Save)] = Draft,
        [(Draft, ImpactStep.Send)] = Sent,
        [(Sent, ImpactStep.Correct)] = Sent,
        [(Sent, ImpactStep.Withdraw)] = Withdrawn,
        [(Withdrawn, ImpactStep.Save)] = Draft,
    });
}
