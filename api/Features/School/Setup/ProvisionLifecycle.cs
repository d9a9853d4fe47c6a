using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Setup.ProvisionStatus;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>The life of a provision record; what was provided and fell away is reopened, what is not wanted any more is withdrawn.</summary>
public static class ProvisionLifecycle
{
    public static readonly Lifecycle<ProvisionStatus, ProvisionStep> Steps =
        new("provision.step-not-now", new Dictionary<(ProvisionStatus, ProvisionStep), ProvisionStatus>
        {
            [(Planned, ProvisionStep.Start)] = InProgress,
            [(Planned, ProvisionStep.Provide)] = Provided,
            [(InProgress, ProvisionStep.Provide)] = Provided,
            [(Provided, ProvisionStep.Reopen)] = InProgress,
            [(Withdrawn, ProvisionStep.Reopen)] = Planned,
            [(Planned, ProvisionStep.Withdraw)] = Withdrawn,
            [(InProgress, ProvisionStep.Withdraw)] = Withdrawn,
            [(Provided, ProvisionStep.Withdraw)] = Withdrawn,
        });
}
