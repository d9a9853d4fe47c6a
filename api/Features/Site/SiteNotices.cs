using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;

namespace Mentoring.Api.Features.Site;

/// <summary>Who is told what of posts of the public section.</summary>
sealed class SiteNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [SiteReleaseAsked] = new(NotificationTopic.Site, NotificationSubject.Post, EmailMode.Digest),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(WriteSitePost)] = [new(SiteReleaseAsked, [Unreleased])],
        [nameof(ReviseSitePost)] = [new(SiteReleaseAsked, [Unreleased])],
    };
}
