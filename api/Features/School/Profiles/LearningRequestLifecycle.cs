using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Profiles.LearningRequestStatus;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The life of a learning request: written by the mentee, answered by the school, closed by the mentee.</summary>
public static class LearningRequestLifecycle
{
    static readonly Dictionary<(LearningRequestStatus, LearningRequestStep), LearningRequestStatus> Steps = new()
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
    };

    public static bool Allows(LearningRequestStatus status, LearningRequestStep step) => Steps.ContainsKey((status, step));

    public static LearningRequestStatus Next(LearningRequestStatus status, LearningRequestStep step) =>
        Steps.TryGetValue((status, step), out var next) ? next : throw new RuleViolation("learning-request.step-not-now");
}
