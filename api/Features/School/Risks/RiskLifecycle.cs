using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>The life of a risk: treated by measures, closed with an outcome, opened again when it returns.</summary>
public static class RiskLifecycle
{
    public static readonly Lifecycle<RiskStatus, RiskStep> Steps = new("risk.step-not-now", new Dictionary<(RiskStatus, RiskStep), RiskStatus>
    {
        [(RiskStatus.Open, RiskStep.Treat)] = RiskStatus.Treated,
        [(RiskStatus.Open, RiskStep.Close)] = RiskStatus.Closed,
        [(RiskStatus.Treated, RiskStep.Reopen)] = RiskStatus.Open,
        [(RiskStatus.Treated, RiskStep.Close)] = RiskStatus.Closed,
        [(RiskStatus.Closed, RiskStep.Reopen)] = RiskStatus.Open,
    });

    public static RiskLevel Level(int probability, int impact) =>
        (probability * impact) switch { >= 15 => RiskLevel.High, >= 6 => RiskLevel.Medium, _ => RiskLevel.Low };
}
