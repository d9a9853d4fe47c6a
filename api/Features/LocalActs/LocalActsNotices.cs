using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.LocalActs;

/// <summary>Who is told what of local acts.</summary>
sealed class LocalActsNotices : INotices
{
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

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(RequestCosign)] = [new(ActCosignRequested, [Union])],
        [nameof(DecideCosign)] =
        [
            new(ActCosigned, [ActAuthor], Says("Given", true)),
            new(ActAwaitsHead, [Heads], Says("Given", true)),
            new(ActObjected, [ActAuthor, Heads], Says("Given", false)),
        ],
        [nameof(AgreeAct)] = [new(ActAwaitsHead, [Heads])],
        [nameof(ReturnAct)] = [new(ActReturned, [ActAuthor])],
        [nameof(ApproveAct)] =
        [
            new(ActApproved, [ActAuthor, Curators], Says("status", nameof(ActStatus.Approved))),
            new(ActInForce, [Audience.ActReaders], Says("status", nameof(ActStatus.InForce))),
        ],
        [nameof(PutActsInForce)] = [new(ActInForce, [Audience.ActReaders])],
        [nameof(RepealAct)] = [new(ActRepealed, [Audience.ActReaders], Says("from", nameof(ActStatus.InForce)))],
    };
}
