using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>Who is told what of an organization's end.</summary>
sealed class OrganizationsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [OrganizationSettled] = new(NotificationTopic.Organizations, NotificationSubject.SettledOrganization, EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<OrganizationEndSettled>(OrganizationSettled, [Coordinators]),
    ];
}
