using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Practices;

/// <summary>Who is told what of the bank of practices.</summary>
sealed class PracticesNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [PracticeAuthorshipAsked] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Now),
        [PracticeReviewAsked] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Now),
        [PracticeDecided] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Now),
        [PracticePublished] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Digest),
        [PracticeWithdrawn] = new(NotificationTopic.Practices, NotificationSubject.Practice, EmailMode.Digest),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(DraftPractice)] = [new(PracticeAuthorshipAsked, [Concerned])],
        [nameof(RevisePractice)] = [new(PracticeAuthorshipAsked, [Concerned])],
        [nameof(AssignPracticeReviewers)] = [new(PracticeReviewAsked, [Concerned])],
        [nameof(DecidePractice)] = [new(PracticeDecided, [Audience.PracticeAuthors])],
        [nameof(PublishPractice)] = [new(PracticePublished, [Audience.PracticeAuthors], Says("step", nameof(PracticeStep.Publish)))],
        [nameof(WithdrawPractice)] = [new(PracticeWithdrawn, [Audience.PracticeAuthors])],
    };
}
