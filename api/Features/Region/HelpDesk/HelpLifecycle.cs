using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Region.HelpDesk.HelpStatus;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>The life of a question, and that of an article made of its answer.</summary>
public static class HelpLifecycle
{
    /// <summary>Working days within which a body answers, where its head has said nothing else.</summary>
    public const int UsualDays = 5;

    /// <summary>So many working days the head has before the region is told too.</summary>
    public const int DaysOfHead = 3;

    public static readonly Lifecycle<HelpStatus, HelpStep> Steps = new("help.not-now", new Dictionary<(HelpStatus, HelpStep), HelpStatus>
    {
        [(Asked, HelpStep.Take)] = Taken,
        [(Asked, HelpStep.Redirect)] = Asked,
        [(Asked, HelpStep.Withdraw)] = Withdrawn,
        [(Asked, HelpStep.Escalate)] = Asked,
        // Somebody else of the body goes on with it.
        [(Taken, HelpStep.Take)] = Taken,
        [(Taken, HelpStep.Answer)] = Answered,
        [(Taken, HelpStep.Redirect)] = Asked,
        [(Taken, HelpStep.Withdraw)] = Withdrawn,
        [(Taken, HelpStep.Escalate)] = Taken,
        [(Answered, HelpStep.Close)] = Closed,
        [(Answered, HelpStep.Reopen)] = Reopened,
        [(Reopened, HelpStep.Take)] = Taken,
        [(Reopened, HelpStep.Redirect)] = Asked,
        [(Reopened, HelpStep.Withdraw)] = Withdrawn,
        [(Reopened, HelpStep.Escalate)] = Reopened,
    });

    public static readonly Lifecycle<HelpArticleStatus, HelpArticleStatus> Articles = Lifecycle.Of("help.article-not-now",
        (HelpArticleStatus.Draft, HelpArticleStatus.Published), (HelpArticleStatus.Draft, HelpArticleStatus.Withdrawn),
        (HelpArticleStatus.Published, HelpArticleStatus.Withdrawn), (HelpArticleStatus.Withdrawn, HelpArticleStatus.Draft));

    public static bool IsOpen(HelpStatus status) => Steps.Allows(status, HelpStep.Escalate);

    /// <summary>The statuses in which an answer is waited for, as SQL compares them.</summary>
    public static readonly string[] Open = Steps.Before(HelpStep.Escalate);

    /// <summary>What each side may do. Whoever has taken a question answers it; whoever only sees it does nothing.</summary>
    public static IReadOnlyList<HelpStep> Permitted(HelpStatus status, bool asker, bool body, bool taker) => [.. Steps.From(status).Where(step => step switch
    {
        HelpStep.Close or HelpStep.Reopen or HelpStep.Withdraw => asker,
        HelpStep.Take => body && !(taker && status == Taken),
        HelpStep.Redirect => body,
        HelpStep.Answer => body && taker,
        _ => false,
    })];
}
