using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>The life of a risk: treated by measures, closed with an outcome, opened again when it returns.</summary>
public static class RiskLifecycle
{
    static readonly Dictionary<(RiskStatus, RiskStep), RiskStatus> Steps = new()
    {
        [(RiskStatus.Open, RiskStep.Treat)] = RiskStatus.Treated,
        [(RiskStatus.Open, RiskStep.Close)] = RiskStatus.Closed,
        [(RiskStatus.Treated, RiskStep.Reopen)] = RiskStatus.Open,
        [(RiskStatus.Treated, RiskStep.Close)] = RiskStatus.Closed,
        [(RiskStatus.Closed, RiskStep.Reopen)] = RiskStatus.Open,
    };

    public static RiskStatus Next(RiskStatus status, RiskStep step) =>
        Steps.TryGetValue((status, step), out var next) ? next : throw new RuleViolation("risk.step-not-now");

    public static RiskLevel Level(int probability, int impact) =>
        (probability * impact) switch { >= 15 => RiskLevel.High, >= 6 => RiskLevel.Medium, _ => RiskLevel.Low };
}
