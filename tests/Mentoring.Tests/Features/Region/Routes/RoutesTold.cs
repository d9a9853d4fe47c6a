using Mentoring.Api.Features.Region.Routes;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.Routes;

/// <summary>The teacher and the tutor hear of one another; the school hears nothing.</summary>
sealed class RoutesTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new RouteBegun(), "School", ""),
        new(new RouteWritten(), "School", ""),
        new(new RouteAdvanced(RouteStatus.InProgress), "Route", "RouteStepped: Tutor"),
        new(new RouteCorrected(2), "Route", "RouteChanged: Tutor"),
        new(new RouteCommented(true), "Route", "RouteSaid: Tutor"),
        new(new RouteCommented(false), "Route", "RouteAnswered: Tutee"),
        new(new RouteReflectionShared(true), "Route", "RouteReflected: Tutor"),
        new(new RouteReflectionShared(false), "Route", ""),
        new(new RouteClosed(), "School", ""),
        new(new RouteLeft(), "School", ""),
        new(new RouteArrived(), "Route", "RouteCame: Tutee"),
    ];
}
