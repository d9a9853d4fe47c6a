using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Setup.ProvisionStatus;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>The life of a provision record; what was provided and fell away is reopened, what is not wanted any more is withdrawn.</summary>
public static class ProvisionLifecycle
{
    static readonly Dictionary<(ProvisionStatus, ProvisionStep), ProvisionStatus> Steps = new()
    {
        [(Planned, ProvisionStep.Start)] = InProgress,
        [(Planned, ProvisionStep.Provide)] = Provided,
        [(InProgress, ProvisionStep.Provide)] = Provided,
        [(Provided, ProvisionStep.Reopen)] = InProgress,
        [(Withdrawn, ProvisionStep.Reopen)] = Planned,
        [(Planned, ProvisionStep.Withdraw)] = Withdrawn,
        [(InProgress, ProvisionStep.Withdraw)] = Withdrawn,
        [(Provided, ProvisionStep.Withdraw)] = Withdrawn,
    };

    public static IReadOnlyList<ProvisionStep> From(ProvisionStatus status) =>
        [.. Enum.GetValues<ProvisionStep>().Where(step => Steps.ContainsKey((status, step)))];

    public static ProvisionStatus Next(ProvisionStatus status, ProvisionStep step) =>
        Steps.TryGetValue((status, step), out var next) ? next : throw new RuleViolation("provision.step-not-now");
}
