using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Region.Routes;

sealed class RoutesScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } = [new("/my-route", "mentor"), new("/school/$orgId/routes", "curator")];
}
