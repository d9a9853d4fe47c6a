using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Chapter: methodical help, from a question to an answer that others find before they ask.</summary>
public static class HelpDeskChapter
{
    public static void AddHelpDesk(this IServiceCollection services) =>
        services.AddJob<EscalateHelp>("escalate-help", job => job.Run(CancellationToken.None), EscalateHelp.Schedule);

    public static void MapHelpDesk(this RouteGroupBuilder api)
    {
        var ofOrganization = api.MapGroup("/organizations/{organizationId:guid}").Chapter("HelpDesk",
            "Methodical help: a question, the body that stands behind the asker's school, its answer, and articles that others find before they ask.");
        ListHelpBodies.Map(ofOrganization);
        AskForHelp.Map(ofOrganization);
        ListHelpQueue.Map(ofOrganization);
        ExportHelpQueue.Map(ofOrganization);
        GetHelpLoad.Map(ofOrganization);
        SetHelpRule.Map(ofOrganization);

        ListHelpRequests.Map(api);
        var requests = api.MapGroup("/help-requests/{requestId:guid}").WithTags("HelpDesk");
        GetHelpRequest.Map(requests);
        ListHelpTargets.Map(requests);
        TakeHelpRequest.Map(requests);
        AnswerHelpRequest.Map(requests);
        CloseHelpRequest.Map(requests);
        ReopenHelpRequest.Map(requests);
        WithdrawHelpRequest.Map(requests);
        RedirectHelpRequest.Map(requests);
        WriteHelpEntry.Map(requests);
        AddHelpFile.Map(requests);
        GetHelpFile.Map(requests);
        DraftHelpArticle.Map(requests);

        ListHelpArticles.Map(api);
        SuggestHelpArticles.Map(api);
        var articles = api.MapGroup("/help-articles/{articleId:guid}").WithTags("HelpDesk");
        GetHelpArticle.Map(articles);
        ReviseHelpArticle.Map(articles);
        PublishHelpArticle.Map(articles);
        WithdrawHelpArticle.Map(articles);
        RateHelpArticle.Map(articles);
    }
}

public enum HelpStatus { Asked, Taken, Answered, Reopened, Closed, Withdrawn }

public enum HelpStep { Take, Answer, Close, Reopen, Redirect, Withdraw, Escalate }

/// <summary>What was written beside a question; `Passed` is the mark that the body which had it keeps.</summary>
public enum HelpEntryKind { Message, Answer, Note, File, Step, Passed }

public enum HelpArticleStatus { Draft, Published, Withdrawn }

/// <summary>Why a body is offered.</summary>
public enum HelpReason
{
    /// <summary>It stands behind the school today, with a service that fits.</summary>
    Service,

    /// <summary>Nobody does: it is the centre of the region.</summary>
    RegionCentre,
}

/// <summary>A question after a step.</summary>
/// <param name="DueOn">The last day for the answer, in working days of the asker's region.</param>
/// <param name="Version">To be given with the next change.</param>
public sealed record HelpState(Guid Id, HelpStatus Status, DateOnly DueOn, int Version);

/// <summary>An article after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record HelpArticleState(Guid Id, HelpArticleStatus Status, int Version);
