using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Chapter: a school's own documents about mentoring, from the template to the day they end.</summary>
public static class LocalActs
{
    public static void AddLocalActs(this IServiceCollection services) =>
        services.AddScoped<ActTexts>()
            .AddJob<PutActsInForce>("put-acts-in-force", job => job.Run(CancellationToken.None), PutActsInForce.Schedule);

    public static void MapLocalActs(this RouteGroupBuilder api)
    {
        var school = api.MapGroup("/organizations/{organizationId:guid}").Chapter("LocalActs",
            "A school's own documents about mentoring: drafts, the union's opinion, approval, effect.");
        ListActs.Map(school);
        DraftAct.Map(school);
        ListActTemplates.Map(school);
        SaveActTemplate.Map(school);
        ListCoDraftings.Map(school);

        var acts = api.MapGroup("/acts").WithTags("LocalActs");
        GetAct.Map(acts);
        GetActVersion.Map(acts);
        ExportAct.Map(acts);
        ReviseAct.Map(acts);
        OpenCoDrafting.Map(acts);
        GetCoDrafting.Map(acts);
        SuggestWording.Map(acts);
        IncorporateSuggestions.Map(acts);
        CloseCoDrafting.Map(acts);
        RequestCosign.Map(acts);
        DecideCosign.Map(acts);
        AgreeAct.Map(acts);
        ReturnAct.Map(acts);
        ApproveAct.Map(acts);
        RepealAct.Map(acts);

        var suggestions = api.MapGroup("/act-suggestions/{suggestionId:guid}").WithTags("LocalActs");
        AnswerSuggestion.Map(suggestions);
        WithdrawSuggestion.Map(suggestions);
    }
}

/// <summary>What a local act is about.</summary>
public enum ActKind
{
    /// <summary>The order that introduces mentoring.</summary>
    IntroductionOrder,

    /// <summary>The Regulation on mentoring of teaching staff.</summary>
    Regulation,

    /// <summary>The roadmap of implementation.</summary>
    ImplementationRoadmap,

    /// <summary>The order that appoints the curator.</summary>
    CuratorOrder,

    /// <summary>The order that sets up the council of mentors.</summary>
    CouncilOrder,

    /// <summary>Clauses on mentoring for the collective agreement.</summary>
    CollectiveAgreement,

    /// <summary>Pay and workload of mentors.</summary>
    PayTerms,

    /// <summary>The rights of mentors and mentees, for everybody to read.</summary>
    RightsMemo,
    Other,
}

/// <summary>Where a local act stands in its life.</summary>
public enum ActStatus { Draft, Agreed, Approved, InForce, Superseded, Repealed }

/// <summary>What moves a local act from one status to another.</summary>
public enum ActStep { Revise, RequestCosign, Cosign, RefuseCosign, Agree, Return, Approve, TakeEffect, Supersede, Repeal }

/// <summary>The union's opinion on an edition; one of another edition is withdrawn.</summary>
public enum CosignStatus { Requested, Given, Refused, Withdrawn }

/// <summary>Whether the council and the union are asked for their words on a draft.</summary>
public enum DraftingStatus { Open, Closed }

/// <summary>What is proposed: other words for a passage, or a thought on the text.</summary>
public enum SuggestionKind { Wording, Comment }

public enum SuggestionStatus { Proposed, Accepted, Declined, Withdrawn, Incorporated }

public enum SuggestionStep { Accept, Decline, Withdraw, Incorporate }

/// <summary>For whom somebody co-drafts.</summary>
public enum DrafterSide { Council, Union }

/// <summary>How a suggestion or a co-drafting stands after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record DraftingState<TStatus>(Guid Id, TStatus Status, int Version) where TStatus : struct, Enum;

/// <summary>How an act stands after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record ActState(Guid Id, ActStatus Status, int Edition, int Version);
