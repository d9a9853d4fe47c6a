using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Arbitration.CaseStatus;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>
/// The life of a case: heard by arbiters, decided or settled. A decision may be appealed against once, and other arbiters
/// then decide for good. The complainant may withdraw as long as nothing is decided.
/// </summary>
public static class CaseLifecycle
{
    /// <summary>Days after the decision in which the complainant may appeal.</summary>
    public const int DaysToAppeal = 10;

    public static readonly Lifecycle<CaseStatus, CaseStep> Steps = new("case.not-now", new Dictionary<(CaseStatus, CaseStep), CaseStatus>
    {
        [(Opened, CaseStep.Assign)] = Assigned,
        [(Opened, CaseStep.Decline)] = Declined,
        [(Opened, CaseStep.Withdraw)] = Withdrawn,
        [(Assigned, CaseStep.Assign)] = Assigned,
        [(Assigned, CaseStep.Hear)] = Hearing,
        [(Assigned, CaseStep.Settle)] = Settled,
        [(Assigned, CaseStep.Withdraw)] = Withdrawn,
        [(Hearing, CaseStep.Settle)] = Settled,
        [(Hearing, CaseStep.Decide)] = Decided,
        [(Hearing, CaseStep.Withdraw)] = Withdrawn,
        [(Decided, CaseStep.Appeal)] = Appealed,
        [(Appealed, CaseStep.Assign)] = Rehearing,
        [(Appealed, CaseStep.Withdraw)] = Withdrawn,
        [(Rehearing, CaseStep.Settle)] = Settled,
        [(Rehearing, CaseStep.Decide)] = Final,
        [(Rehearing, CaseStep.Withdraw)] = Withdrawn,
    });

    /// <summary>What this caller may do now.</summary>
    /// <param name="leads">Chairs the council, in a case that is not about the chair.</param>
    public static IReadOnlyList<CaseStep> For(CaseStatus status, bool complains, bool arbitrates, bool leads, bool mayAppeal) =>
        [.. Steps.From(status).Where(step => step switch
        {
            CaseStep.Assign or CaseStep.Decline => leads && !complains,
            CaseStep.Hear or CaseStep.Settle or CaseStep.Decide => arbitrates,
            CaseStep.Appeal => complains && mayAppeal,
            _ => complains,
        })];

    public static bool IsOver(CaseStatus status) => status is Final or Settled or Withdrawn or Declined;
}
