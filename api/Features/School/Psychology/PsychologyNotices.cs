using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Psychology;

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

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<TrainingPlanned>(TrainingInvited, [Concerned]),
        On<TrainingRevised>(TrainingChanged, [Concerned]),
        On<TrainingCalledOff>(TrainingCancelled, [Concerned]),
        On<TrainingPlaceLeft>(TrainingPlaceFreed, [Psychologists]),
        On<TrainingPlaceLeft>(TrainingNoLongerAsked, [Concerned]),
        On<PulseStarted>(PulseOpened, [Concerned]),
    ];
}
