using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>Chapter: indicators, from a school's facts to the federation's sums.</summary>
public static class Monitoring
{
    public static void MapMonitoring(this RouteGroupBuilder api)
    {
        var monitoring = api.MapGroup("").Chapter("Monitoring", "Indicators, from a school to the federation.");
        ListIndicators.Map(monitoring);
        GetIndicator.Map(monitoring);
        GetTerritoryDashboard.Map(monitoring);
        GetIndicatorSeries.Map(monitoring);
        GetTerritoryBreakdown.Map(monitoring);
        ExportTerritoryIndicators.Map(monitoring);
        ListTerritoryOrganizations.Map(monitoring);
        GetOrganizationDashboard.Map(monitoring);
        GetTerritoryDeficits.Map(monitoring);
        ExportTerritoryDeficits.Map(monitoring);
        RequestReconciliation.Map(monitoring);
        GetReconciliation.Map(monitoring);
    }

    public static void AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton<RollUp>().AddSingleton<RollUpStale>().AddSingleton<FullRollUp>().AddSingleton<OpenMonths>().AddSingleton<ReconcileIndicators>();
        services.AddJob<OpenMonths>("open-months", job => job.Run(CancellationToken.None), "0 * * * * *")
            .AddJob<RollUpStale>("roll-up", job => job.Run(CancellationToken.None), "*/20 * * * * *")
            .AddJob<ReconcileIndicators>("reconcile-indicators", job => job.Run(CancellationToken.None), "0 0 22 * * *");
        services.AddHealthChecks().AddCheck<IndicatorHealth>("indicators");
    }
}
