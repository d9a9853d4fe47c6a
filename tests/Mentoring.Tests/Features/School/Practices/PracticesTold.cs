using Mentoring.Api.Features.School.Practices;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Practices;

/// <summary>Who hears of what happens in this area.</summary>
sealed class PracticesTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new PracticeDrafted(), "Practice", "PracticeAuthorshipAsked: Named"),
        new(new PracticeRevised(), "Practice", "PracticeAuthorshipAsked: Named"),
        new(new PracticeMoved(PracticeStep.Submit), "Practice", ""),
        new(new PracticeMoved(PracticeStep.TakeUp), "Practice", "PracticeReviewAsked: Named"),
        new(new PracticeMoved(PracticeStep.Return), "Practice", "PracticeDecided: Named"),
        new(new PracticeMoved(PracticeStep.Select), "Practice", "PracticeDecided: Named"),
        new(new PracticeMoved(PracticeStep.Publish), "Practice", "PracticePublished: Named"),
        new(new PracticeMoved(PracticeStep.Supersede), "Practice", ""),
        new(new PracticeMoved(PracticeStep.Withdraw), "Practice", "PracticeWithdrawn: Named"),
    ];
}
