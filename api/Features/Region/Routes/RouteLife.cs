using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Region.Routes.RouteStatus;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>The life of a route and of its activities, and the days that both keep to.</summary>
public static class RouteLife
{
    public static readonly Lifecycle<RouteStatus, RouteStatus> Moves = Lifecycle.Of("route.not-now",
        (SelfImage, RouteStatus.Diagnosis), (RouteStatus.Diagnosis, Roadmap), (Roadmap, InProgress), (InProgress, Reflection), (Reflection, InProgress),
        (Reflection, Completed), (SelfImage, Closed), (RouteStatus.Diagnosis, Closed), (Roadmap, Closed), (InProgress, Closed), (Reflection, Closed));

    public static readonly Lifecycle<RouteActivityStatus, RouteActivityStatus> Activities = Lifecycle.Of("route.activity-not-now",
        (RouteActivityStatus.Planned, RouteActivityStatus.InProgress), (RouteActivityStatus.Planned, RouteActivityStatus.CalledOff),
        (RouteActivityStatus.InProgress, RouteActivityStatus.Done), (RouteActivityStatus.InProgress, RouteActivityStatus.CalledOff));

    public static bool IsOver(RouteStatus status) => status is Completed or Closed;

    /// <summary>The plan is in force: it changes by correction alone.</summary>
    public static bool IsUnderWay(RouteStatus status) => status is InProgress or Reflection;

    /// <param name="endsOn">The last day.</param>
    public static IReadOnlyList<RouteWarning> Warnings(DateOnly startsOn, DateOnly endsOn) =>
        endsOn < startsOn.AddYears(4).AddDays(-1) ? [RouteWarning.HorizonShort] : endsOn > startsOn.AddYears(5) ? [RouteWarning.HorizonLong] : [];

    public static bool IsHorizon(DateOnly startsOn, DateOnly endsOn) => endsOn > startsOn && endsOn <= startsOn.AddYears(15);

    /// <summary>The horizon of the model is four to five years; what is no plan at all is refused.</summary>
    public static void DemandHorizon(DateOnly startsOn, DateOnly endsOn)
    {
        if (!IsHorizon(startsOn, endsOn)) throw new BadInput("route.dates") { Pointer = "/endsOn" };
    }
}
