using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Psychology;

/// <summary>Who is told what of trainings and pulses.</summary>
sealed class PsychologyNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [TrainingInvited] = new(NotificationTopic.Climate, NotificationSubject.Training, EmailMode.Now),
        [TrainingChanged] = new(NotificationTopic.Climate, NotificationSubject.Training, EmailMode.Now),
        [TrainingCancelled] = new(NotificationTopic.Climate, NotificationSubject.Training, EmailMode.Now),
        [TrainingPlaceFreed] = new(NotificationTopic.Climate, NotificationSubject.TrainingOf("/psych?tab=trainings"), EmailMode.Digest),
        [TrainingNoLongerAsked] = new(NotificationTopic.Climate, NotificationSubject.TrainingOf("/notifications"), EmailMode.Now),
        [PulseOpened] = new(NotificationTopic.Climate, NotificationSubject.Pulse, EmailMode.Digest),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(PlanTraining)] = [new(TrainingInvited, [Concerned])],
        [nameof(ReviseTraining)] = [new(TrainingChanged, [Concerned])],
        [nameof(CancelTraining)] = [new(TrainingCancelled, [Concerned])],
        [nameof(OpenPulse)] = [new(PulseOpened, [Concerned])],
    };

    public IReadOnlyList<NotificationRule> OfLeaving { get; } =
    [
        new(TrainingPlaceFreed, [Psychologists], Has("uninvited")),
        new(TrainingNoLongerAsked, [Concerned], Has("uninvited")),
    ];
}
