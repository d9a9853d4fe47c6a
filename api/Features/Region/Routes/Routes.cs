using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Chapter: the individual educational routes of teachers, in the seven steps of the model, and how far those of a school are.</summary>
public static class RoutesChapter
{
    public static void AddRoutes(this IServiceCollection services) =>
        services.AddJob<MoveRoutes>("move-routes", job => job.Run(CancellationToken.None), MoveRoutes.Schedule);

    public static void MapRoutes(this RouteGroupBuilder api)
    {
        var routes = api.MapGroup("/routes").Chapter("Routes",
            "Individual educational routes (ИОМ): a teacher's own plan of 4 to 5 years, from the desired image to what it came to.");
        BeginRoute.Map(routes);
        ListOwnRoutes.Map(routes);
        CheckRouteFile.Map(routes);
        ImportRouteFile.Map(routes);
        GetRouteSchema.Map(routes);

        var route = api.MapGroup("/routes/{routeId:guid}").WithTags("Routes");
        GetRoute.Map(route);
        ReviseRoute.Map(route);
        SaveRouteFindings.Map(route);
        ListRouteDiagnoses.Map(route);
        TakeRouteDiagnosis.Map(route);
        ListRouteGoals.Map(route);
        TakeRouteGoals.Map(route);
        SaveRouteAlternatives.Map(route);
        SaveRoadmap.Map(route);
        SuggestRouteResources.Map(route);
        PlanRouteResource.Map(route);
        CorrectRoute.Map(route);
        GetRouteVersion.Map(route);
        AdvanceRoute.Map(route);
        CloseRoute.Map(route);
        MoveRouteActivity.Map(route);
        AddRouteProduct.Map(route);
        GetRouteProductFile.Map(route);
        WithdrawRouteProduct.Map(route);
        AddRouteReflection.Map(route);
        ShareRouteReflection.Map(route);
        CommentRoute.Map(route);
        ExportRoute.Map(route);
        ExportRouteFile.Map(route);

        var school = api.MapGroup("/organizations/{organizationId:guid}").WithTags("Routes");
        ListSchoolRoutes.Map(school);
        ExportSchoolRoutes.Map(school);
        CountSchoolRoutes.Map(school);
    }
}

/// <summary>Where a route stands: the steps of the model. Correction is no step of its own, as it goes beside the third and the fourth.</summary>
public enum RouteStatus { SelfImage, Diagnosis, Roadmap, InProgress, Reflection, Completed, Closed }

/// <summary>What a teacher can build on, or lacks.</summary>
public enum FindingKind { Strength, Deficit }

/// <summary>
/// The sections of the roadmap: а) courses of professional development, б) innovative trials with pupils, в) innovative programs, projects
/// and research, г) the set and order of measures.
/// </summary>
public enum RoadmapSection { A, B, V, G }

/// <summary>Where an activity of the roadmap stands.</summary>
public enum RouteActivityStatus { Planned, InProgress, Done, CalledOff }

/// <summary>Why there is another version of the plan: the first; changes in education; of the teacher; of participants of the organization.</summary>
public enum CorrectionReason { First, Education, Teacher, Participants }

/// <summary>What is unusual and allowed all the same.</summary>
public enum RouteWarning
{
    /// <summary>Less than the four years of the model.</summary>
    HorizonShort,

    /// <summary>More than the five years of the model.</summary>
    HorizonLong,
}

/// <summary>How a route stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
/// <param name="Warnings">What the teacher should look at again.</param>
public sealed record RouteState(Guid Id, RouteStatus Status, int Version, IReadOnlyList<RouteWarning> Warnings);
