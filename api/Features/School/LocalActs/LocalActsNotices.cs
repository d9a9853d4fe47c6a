using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Who is told what of local acts.</summary>
sealed class LocalActsNotices : INotices
{
    /// <summary>Everybody at the school who may read its acts.</summary>
    static readonly Audience ActReaders = Holders([.. Roles.Permissions.Where(role => role.Value.Contains(Permission.ActRead)).Select(role => role.Key)]);

    /// <summary>Whoever drafted the act.</summary>
    static readonly Audience ActAuthor = Audience.Of(
        "select a.id from local_act l join identity.account a on a.id::text = l.created_by where l.id = @SubjectId",
        grants => grants.Permissions.Contains(Permission.ActWrite));

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [ActCosignRequested] = new(NotificationTopic.Acts, NotificationSubject.Act, EmailMode.Now),
        [ActCosigned] = new(NotificationTopic.Acts, NotificationSubject.Act, EmailMode.Digest),
        [ActObjected] = new(NotificationTopic.Acts, NotificationSubject.Act, EmailMode.Now),
        [ActAwaitsHead] = new(NotificationTopic.Acts, NotificationSubject.Act, EmailMode.Digest),
        [ActReturned] = new(NotificationTopic.Acts, NotificationSubject.Act, EmailMode.Now),
        [ActApproved] = new(NotificationTopic.Acts, NotificationSubject.Act, EmailMode.Digest),
        [ActInForce] = new(NotificationTopic.Acts, NotificationSubject.Act, EmailMode.Digest),
        [ActRepealed] = new(NotificationTopic.Acts, NotificationSubject.Act, EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<CosignRequested>(ActCosignRequested, [Union]),
        On<CosignDecided>(ActCosigned, [ActAuthor], e => e.Given),
        On<CosignDecided>(ActAwaitsHead, [Heads], e => e.Given),
        On<CosignDecided>(ActObjected, [ActAuthor, Heads], e => !e.Given),
        On<ActAgreed>(ActAwaitsHead, [Heads]),
        On<ActSentBack>(ActReturned, [ActAuthor]),
        On<ActSigned>(ActApproved, [ActAuthor, Curators], e => e.Status == ActStatus.Approved),
        On<ActSigned>(ActInForce, [ActReaders], e => e.Status == ActStatus.InForce),
        On<ActTookForce>(ActInForce, [ActReaders]),
        On<ActTakenBack>(ActRepealed, [ActReaders], e => e.From == ActStatus.InForce),
    ];
}
