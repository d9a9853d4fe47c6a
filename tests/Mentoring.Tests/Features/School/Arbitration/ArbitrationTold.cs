using Mentoring.Api.Features.School.Arbitration;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Arbitration;

/// <summary>Who hears of what happens in this area.</summary>
sealed class ArbitrationTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new CaseEntered(CaseEntryKind.Opened), "Named", "CaseOpened: Named"),
        new(new CaseEntered(CaseEntryKind.Assigned), "Named", "CaseAssigned: Named"),
        new(new CaseEntered(CaseEntryKind.Heard), "Named", "CaseNews: Named"),
        new(new CaseEntered(CaseEntryKind.Said), "Named", "CaseNews: Named"),
        new(new CaseEntered(CaseEntryKind.Appealed), "Named", "CaseNews: Named"),
        new(new CaseEntered(CaseEntryKind.Withdrawn), "Named", "CaseNews: Named"),
        new(new CaseEntered(CaseEntryKind.Decided), "Named", "CaseDecided: Named"),
        new(new CaseEntered(CaseEntryKind.Settled), "Named", "CaseDecided: Named"),
        new(new CaseEntered(CaseEntryKind.Declined), "Named", "CaseDecided: Named"),
    ];
}
