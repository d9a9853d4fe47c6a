using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Site;

/// <summary>Who is told what of posts of the public section.</summary>
sealed class SiteNotices : INotices
{
    /// <summary>Whom a post would name and who has not let the school do so.</summary>
    static readonly Audience Unreleased = Audience.Of("""
        select a.id from site_post_person p join identity.account a on a.person_id = p.person_id
         where p.post_id = @SubjectId
           and not exists (select from site_release r where r.organization_id = p.organization_id and r.person_id = p.person_id and r.revoked_at is null)
        """);

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
