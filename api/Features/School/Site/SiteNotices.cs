using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Site;

/// <summary>Who is told what of posts of the public section.</summary>
sealed class SiteNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [SiteReleaseAsked] = new(NotificationTopic.Site, NotificationSubject.Post, EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<SitePostWritten>(SiteReleaseAsked, [Unreleased]),
        On<SitePostRevised>(SiteReleaseAsked, [Unreleased]),
    ];
}
