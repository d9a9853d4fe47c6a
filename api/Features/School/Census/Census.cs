using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

/// <summary>Chapter: the yearly review of who needs a mentor.</summary>
public static class Census
{
    public static void AddCensus(this IServiceCollection services) =>
        services.AddJob<RemindOfCensus>("remind-of-census", job => job.Run(CancellationToken.None), RemindOfCensus.Schedule);

    public static void MapCensus(this RouteGroupBuilder api)
    {
        var school = api.MapGroup("/organizations/{organizationId:guid}").Chapter("Census", "The yearly review of who needs a mentor.");
        GetCensus.Map(school);
        OpenCensus.Map(school);
        var census = api.MapGroup("/censuses/{censusId:guid}").WithTags("Census");
        DecideCensusEntry.Map(census);
        CompleteCensus.Map(census);
    }
}

/// <summary>A census is open until every teacher was thought of.</summary>
public enum CensusStatus { Open, Done }

/// <summary>What the school decides about a teacher.</summary>
public enum CensusDecision { NeedsMentor, NoNeed, CanMentor }

/// <summary>When the school is reminded: a month and a week before the census is due, and when it is overdue.</summary>
public enum ReminderKind { Month, Week, Overdue }
