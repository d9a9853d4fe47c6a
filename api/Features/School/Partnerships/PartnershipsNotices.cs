using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Who is told what of contracts with partners and the coordination log.</summary>
sealed class PartnershipsNotices : INotices
{
    /// <summary>Whoever answers for the partner's contract and is not told as a curator.</summary>
    static readonly Audience ContractHolder = Audience.Of($"""
        select a.id from partner_contract c join identity.account a on a.person_id = c.responsible_id where c.id = @SubjectId and {NotCurator}
        """);

    /// <summary>Whoever answers for the next step and is not told as a curator.</summary>
    static readonly Audience StepHolder = Audience.Of($"""
        select a.id from coordination_entry e join identity.account a on a.person_id = e.next_responsible_id where e.id = @SubjectId and {NotCurator}
        """);

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
        On<ContractNearsEnd>(ContractEnding, [Curators, CentreHeads]),
        On<ContractNearsEnd>(OwnContractEnding, [ContractHolder]),
        On<NextStepLapsed>(NextStepOverdue, [Curators, CentreHeads]),
        On<NextStepLapsed>(OwnStepOverdue, [StepHolder]),
    ];
}
