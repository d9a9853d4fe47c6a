using Mentoring.Api.Features.School.Psychology;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Psychology;

/// <summary>Who hears of what happens in this area.</summary>
sealed class PsychologyTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new TrainingPlanned(1), "Training", "TrainingInvited: Named"),
        new(new TrainingRevised(1), "Training", "TrainingChanged: Named"),
        new(new TrainingCalledOff(), "Training", "TrainingCancelled: Named"),
        new(new TrainingPlaceLeft(), "Training", "TrainingNoLongerAsked: Named; TrainingPlaceFreed: Psychologist"),
        new(new PulseStarted(1), "Pulse", "PulseOpened: Named"),
    ];
}
