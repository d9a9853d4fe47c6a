using Mentoring.Api.Features.School.Profiles;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Profiles;

/// <summary>Who hears of what happens in this area.</summary>
sealed class ProfilesTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new LearningRequestMoved(Any, LearningRequestStatus.Submitted), "Named", "LearningRequestSubmitted: Curator"),
        new(new LearningRequestMoved(Any, LearningRequestStatus.Accepted), "Named", "LearningRequestAnswered: Named"),
        new(new LearningRequestMoved(Any, LearningRequestStatus.Returned), "Named", "LearningRequestAnswered: Named"),
        new(new LearningRequestMoved(Any, LearningRequestStatus.Fulfilled), "Named", ""),
        new(new MentorProfileSaved(MentorStatus.Draft, 1, 1), "Named", "MentorProfileAwaits: Curator"),
        new(new MentorProfileSaved(MentorStatus.Confirmed, 1, 1), "Named", ""),
        new(new ProfileConfirmed(), "Named", "MentorProfileConfirmed: Named"),
        new(new MentorResultAdded(Any), "Named", "MentorResultAwaits: Curator"),
        new(new ResultDecided(Any, MentorResultStatus.Confirmed), "Named", "MentorResultDecided: Named"),
    ];
}
