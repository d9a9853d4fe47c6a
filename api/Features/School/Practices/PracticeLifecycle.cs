using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Practices.PracticeStatus;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>The life of a practice. What was returned is written on and submitted anew; what was published is never silently taken away.</summary>
public static class PracticeLifecycle
{
    /// <summary>A selection rests on two independent reviews.</summary>
    public const int ReviewsNeeded = 2;

    /// <summary>More would not be read.</summary>
    public const int ReviewersMost = 5;

    public static readonly Lifecycle<PracticeStatus, PracticeStep> Steps =
        new("practice.not-now", new Dictionary<(PracticeStatus, PracticeStep), PracticeStatus>
        {
            [(Draft, PracticeStep.Submit)] = Submitted,
            [(Draft, PracticeStep.Withdraw)] = Withdrawn,
            [(Submitted, PracticeStep.TakeUp)] = InReview,
            [(Submitted, PracticeStep.Return)] = Draft,
            [(Submitted, PracticeStep.Withdraw)] = Withdrawn,
            [(InReview, PracticeStep.TakeUp)] = InReview,
            [(InReview, PracticeStep.Select)] = Selected,
            [(InReview, PracticeStep.Return)] = Draft,
            [(InReview, PracticeStep.Withdraw)] = Withdrawn,
            [(Selected, PracticeStep.Publish)] = Published,
            [(Selected, PracticeStep.Withdraw)] = Withdrawn,
            [(Published, PracticeStep.Supersede)] = Superseded,
            [(Published, PracticeStep.Withdraw)] = Withdrawn,
        });

    /// <summary>What a caller may do; an author decides nothing on an own practice, and a practice is superseded by publishing its successor.</summary>
    public static IReadOnlyList<PracticeStep> Permitted(PracticeStatus status, bool authors, bool manages, int reviewed) =>
        [.. Steps.From(status).Where(step => step switch
        {
            PracticeStep.Submit => authors,
            PracticeStep.Withdraw => authors || manages,
            PracticeStep.TakeUp or PracticeStep.Return => manages && !authors,
            PracticeStep.Select => manages && !authors && reviewed >= ReviewsNeeded,
            PracticeStep.Publish => manages,
            _ => false,
        })];
}
