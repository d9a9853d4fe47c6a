using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>The life of a contract: signed, then over by its term or broken off; what is over stays on record.</summary>
public static class PartnerContractLifecycle
{
    /// <summary>Long enough to talk to the partner about going on.</summary>
    public const int DaysOfWarning = 30;

    public static readonly Lifecycle<PartnerContractStatus, PartnerContractStep> Life = new(
        "partner-contract.step-not-now", new Dictionary<(PartnerContractStatus, PartnerContractStep), PartnerContractStatus>
        {
            [(PartnerContractStatus.Draft, PartnerContractStep.Sign)] = PartnerContractStatus.InForce,
            [(PartnerContractStatus.Draft, PartnerContractStep.Terminate)] = PartnerContractStatus.Terminated,
            [(PartnerContractStatus.InForce, PartnerContractStep.End)] = PartnerContractStatus.Ended,
            [(PartnerContractStatus.InForce, PartnerContractStep.Terminate)] = PartnerContractStatus.Terminated,
        });

    /// <param name="endsOn">The first day on which the contract is no longer in force.</param>
    public static PartnerContractWarning Warning(PartnerContractStatus status, DateOnly? endsOn, DateOnly today) => (status, endsOn) switch
    {
        (PartnerContractStatus.InForce, { } end) when end <= today => PartnerContractWarning.TermOver,
        (PartnerContractStatus.InForce, { } end) when end <= today.AddDays(DaysOfWarning) => PartnerContractWarning.EndsSoon,
        _ => PartnerContractWarning.None,
    };
}
