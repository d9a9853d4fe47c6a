using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Chapter: the register of risks, and signals that a program may be going wrong.</summary>
public static class Risks
{
    public static void AddRisks(this IServiceCollection services) =>
        services.AddJob<ComputeSignals>("compute-signals", job => job.Run(CancellationToken.None), ComputeSignals.Schedule);

    public static void MapRisks(this RouteGroupBuilder api)
    {
        var risks = api.MapGroup("/organizations/{organizationId:guid}/risks").Chapter("Risks",
            "The register of risks, and signals that a program may be going wrong.");
        ListRisks.Map(risks);
        OpenRisk.Map(risks);
        ReviseRisk.Map(risks);
        MoveRisk.Map(risks);
        AddRiskMeasure.Map(risks);
        FinishRiskMeasure.Map(risks);

        ListSignals.Map(api.MapGroup("/organizations/{organizationId:guid}/signals").WithTags("Risks"));
        ListMySignals.Map(api.MapGroup("/me/signals").WithTags("Risks"));
        var signals = api.MapGroup("/signals/{signalId:guid}").WithTags("Risks");
        ExplainSignal.Map(signals);
        DecideSignal.Map(signals);
    }
}

/// <summary>Where a risk stands in its life.</summary>
public enum RiskStatus { Open, Treated, Closed }

/// <summary>What moves a risk from one status to another.</summary>
public enum RiskStep { Treat, Reopen, Close }

/// <summary>How grave a risk is: probability times impact.</summary>
public enum RiskLevel { Low, Medium, High }

/// <summary>What was noticed in a program.</summary>
public enum SignalKind { Overload, Silence, BurstEntry, CopiedTexts, OneSidedLog, RoadmapUntouched, NoProducts }

/// <summary>Where a signal stands in its life; it passes by itself when what raised it is gone.</summary>
public enum SignalStatus { Raised, Explained, Confirmed, Dismissed, Passed }

/// <summary>What moves a signal from one status to another.</summary>
public enum SignalStep { Explain, Confirm, Dismiss, Pass }
