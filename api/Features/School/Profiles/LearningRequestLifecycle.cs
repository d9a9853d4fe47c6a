using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Profiles.LearningRequestStatus;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The life of a learning request: written by the mentee, answered by the school, closed by the mentee.</summary>
public static class LearningRequestLifecycle
{
    public static readonly Lifecycle<LearningRequestStatus, LearningRequestStep> Steps =
        new("learning-request.step-not-now", new Dictionary<(LearningRequestStatus, LearningRequestStep), LearningRequestStatus>
        {
            [(Draft, LearningRequestStep.Revise)] = Draft,
            [(Returned, LearningRequestStep.Revise)] = Draft,
            [(Draft, LearningRequestStep.Submit)] = Submitted,
            [(Submitted, LearningRequestStep.Accept)] = Accepted,
            [(Submitted, LearningRequestStep.Return)] = Returned,
            [(Accepted, LearningRequestStep.Fulfil)] = Fulfilled,
            [(Draft, LearningRequestStep.Withdraw)] = Withdrawn,
            [(Submitted, LearningRequestStep.Withdraw)] = Withdrawn,
            [(Returned, LearningRequestStep.Withdraw)] = Withdrawn,
            [(Accepted, LearningRequestStep.Withdraw)] = Withdrawn,
        });
}
