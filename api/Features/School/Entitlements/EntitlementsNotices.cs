using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Entitlements;

/// <summary>Who is told what of what a mentor is entitled to.</summary>
sealed class EntitlementsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [EntitlementGranted] = new(NotificationTopic.Profiles, NotificationSubject.AtSchool("/my-profile?tab=entitlements"), EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<EntitlementGiven>(EntitlementGranted, [Subject]),
    ];
}
