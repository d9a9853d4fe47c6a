using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Who is told what of support: the school whom it gets, the body whom it is asked to stand behind, both of an end.</summary>
sealed class SupportNotices : INotices
{
    /// <summary>The school, and beside it the body that stands behind it.</summary>
    static readonly NotificationSubject AtSupported = new("""
        select o.name_short title, b.name_short about, null::timestamptz starts_at
          from support_link l join organization o on o.id = l.organization_id join organization b on b.id = l.body_id where l.id = @SubjectId
        """, "/school/{organization}/support");

    /// <summary>The body, and beside it whom it supported.</summary>
    static readonly NotificationSubject AtBody = new("""
        select b.name_short title, o.name_short about, null::timestamptz starts_at
          from support_link l join organization o on o.id = l.organization_id join organization b on b.id = l.body_id where l.id = @SubjectId
        """, "/school/{organization}/supported");

    /// <summary>The body, and beside it the agreement and the last day.</summary>
    static readonly NotificationSubject Agreement = new("""
        select b.name_short title, concat_ws(' · ', l.agreement, to_char(l.ends_on - 1, 'DD.MM.YYYY')) about, null::timestamptz starts_at
          from support_link l join organization b on b.id = l.body_id where l.id = @SubjectId
        """, "/school/{organization}/supported");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [SupportBegun] = new(NotificationTopic.Support, AtSupported, EmailMode.Digest),
        [SupportStopped] = new(NotificationTopic.Support, AtSupported, EmailMode.Digest),
        [SupportAssigned] = new(NotificationTopic.Support, NotificationSubject.AtSchool("/school/{organization}/supported"), EmailMode.Digest),
        [SupportedLeft] = new(NotificationTopic.Support, AtBody, EmailMode.Digest),
        [SupportEnding] = new(NotificationTopic.Support, Agreement, EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<SupportOpened>(SupportBegun, [Heads, Curators, CentreHeads]),
        On<SupportTaken>(SupportAssigned, [CentreHeads], e => e.Links > 0),
        On<SupportEnded>(SupportStopped, [Heads, Curators, CentreHeads]),
        On<SupportLost>(SupportStopped, [Heads, Curators, CentreHeads]),
        On<SupportGivenUp>(SupportedLeft, [CentreHeads]),
        On<SupportedLost>(SupportedLeft, [CentreHeads]),
        On<SupportNearsEnd>(SupportEnding, [CentreHeads]),
    ];
}
