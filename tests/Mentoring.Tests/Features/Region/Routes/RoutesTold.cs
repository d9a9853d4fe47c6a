using Mentoring.Api.Features.Region.Routes;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.Routes;

/// <summary>A route is the teacher's own: nobody is told of it unasked.</summary>
sealed class RoutesTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new RouteBegun(), "School", ""),
        new(new RouteWritten(), "School", ""),
        new(new RouteAdvanced(RouteStatus.InProgress), "School", ""),
        new(new RouteCorrected(2), "School", ""),
        new(new RouteClosed(), "School", ""),
    ];
}
