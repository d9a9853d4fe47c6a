using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Organizations;

/// <summary>Who is told what of an organization's end.</summary>
sealed class OrganizationsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [OrganizationSettled] = new(NotificationTopic.Organizations, NotificationSubject.SettledOrganization, EmailMode.Now),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(SettleOrganization)] = [new(OrganizationSettled, [Coordinators], Has("settled"))],
    };
}
