using Mentoring.Api.Features.Region.Routes;
using Mentoring.Api.Features.Region.Support;

namespace Mentoring.Api.Features.Region;

/// <summary>Wing: the external contour at work.</summary>
public static class Wing
{
    public static void MapRegion(this RouteGroupBuilder api)
    {
        api.MapSupport();
        api.MapRoutes();
    }
}
