using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Partnerships;

/// <summary>Who is told what of contracts with partners and the coordination log.</summary>
sealed class PartnershipsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [ContractEnding] = new(NotificationTopic.Partners, NotificationSubject.Contract("/school/{organization}/partners?warned=yes"), EmailMode.Digest),
        [OwnContractEnding] = new(NotificationTopic.Partners, NotificationSubject.Contract("/notifications"), EmailMode.Now),
        [NextStepOverdue] = new(NotificationTopic.Partners,
            NotificationSubject.NextStep("/school/{organization}/partners?tab=log&open=yes"), EmailMode.Digest),
        [OwnStepOverdue] = new(NotificationTopic.Partners, NotificationSubject.NextStep("/notifications"), EmailMode.Now),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(RemindOfDays)] =
        [
            new(ContractEnding, [Curators], Says("due", nameof(ContractEnding))),
            new(OwnContractEnding, [ContractHolder], Says("due", nameof(ContractEnding))),
            new(NextStepOverdue, [Curators], Says("due", "StepOverdue")),
            new(OwnStepOverdue, [StepHolder], Says("due", "StepOverdue")),
        ],
    };
}
