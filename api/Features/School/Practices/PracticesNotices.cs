using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>Who is told what of the bank of practices.</summary>
sealed class PracticesNotices : INotices
{
    /// <summary>Those who wrote the practice.</summary>
    static readonly Audience PracticeAuthors = Audience.Of(
        "select a.id from practice_author p join identity.account a on a.person_id = p.person_id where p.practice_id = @SubjectId");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [PracticeAuthorshipAsked] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Now),
        [PracticeReviewAsked] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Now),
        [PracticeDecided] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Now),
        [PracticePublished] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Digest),
        [PracticeWithdrawn] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<PracticeDrafted>(PracticeAuthorshipAsked, [Concerned]),
        On<PracticeRevised>(PracticeAuthorshipAsked, [Concerned]),
        On<PracticeMoved>(PracticeReviewAsked, [Concerned], e => e.Step == PracticeStep.TakeUp),
        On<PracticeMoved>(PracticeDecided, [PracticeAuthors], e => e.Step is PracticeStep.Return or PracticeStep.Select),
        On<PracticeMoved>(PracticePublished, [PracticeAuthors], e => e.Step == PracticeStep.Publish),
        On<PracticeMoved>(PracticeWithdrawn, [PracticeAuthors], e => e.Step == PracticeStep.Withdraw),
    ];
}
