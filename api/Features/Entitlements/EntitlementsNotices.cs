using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;

namespace Mentoring.Api.Features.Entitlements;

/// <summary>Who is told what of what a mentor is entitled to.</summary>
sealed class EntitlementsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [EntitlementGranted] = new(NotificationTopic.Profiles, NotificationSubject.AtSchool("/my-profile?tab=entitlements"), EmailMode.Now),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(GrantEntitlement)] = [new(EntitlementGranted, [Subject])],
    };
}
