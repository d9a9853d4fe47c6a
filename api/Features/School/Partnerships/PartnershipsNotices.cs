using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Partnerships;

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

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<ContractNearsEnd>(ContractEnding, [Curators]),
        On<ContractNearsEnd>(OwnContractEnding, [ContractHolder]),
        On<NextStepLapsed>(NextStepOverdue, [Curators]),
        On<NextStepLapsed>(OwnStepOverdue, [StepHolder]),
    ];
}
