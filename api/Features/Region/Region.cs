using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Api.Features.Region.HelpDesk;
using Mentoring.Api.Features.Region.Initiatives;
using Mentoring.Api.Features.Region.Resources;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Api.Features.Region.Support;
using Mentoring.Api.Features.Region.Tutors;

namespace Mentoring.Api.Features.Region;

/// <summary>Wing: the external contour at work.</summary>
public static class Wing
{
    public static void AddRegion(this IServiceCollection services)
    {
        services.AddHelpDesk();
        services.AddRoutes();
    }

    public static void MapRegion(this RouteGroupBuilder api)
    {
        api.MapSupport();
        api.MapResources();
        api.MapTutors();
        api.MapHelpDesk();
        api.MapDiagnosis();
        api.MapRoutes();
        api.MapInitiatives();
    }
}
