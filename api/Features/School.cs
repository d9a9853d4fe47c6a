using Mentoring.Api.Features.Arbitration;
using Mentoring.Api.Features.Census;
using Mentoring.Api.Features.Conditions;
using Mentoring.Api.Features.Councils;
using Mentoring.Api.Features.Delegations;
using Mentoring.Api.Features.Entitlements;
using Mentoring.Api.Features.Events;
using Mentoring.Api.Features.LocalActs;
using Mentoring.Api.Features.Matching;
using Mentoring.Api.Features.Meetings;
using Mentoring.Api.Features.Partnerships;
using Mentoring.Api.Features.Practices;
using Mentoring.Api.Features.Profiles;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Features.Psychology;
using Mentoring.Api.Features.Reports;
using Mentoring.Api.Features.Risks;
using Mentoring.Api.Features.Setup;
using Mentoring.Api.Features.Site;

namespace Mentoring.Api.Features.School;

/// <summary>Wing: the internal contour, in the order in which a school comes to it.</summary>
public static class Wing
{
    public static void AddSchool(this IServiceCollection services)
    {
        services.AddLocalActs();
        services.AddCensus();
        services.AddPrograms();
        services.AddMeetings();
        services.AddCouncils();
        services.AddArbitration();
        services.AddMatching();
        services.AddDelegations();
        services.AddRisks();
    }

    public static void MapSchool(this RouteGroupBuilder api)
    {
        api.MapLocalActs();
        api.MapSetup();
        api.MapProfiles();
        api.MapCensus();
        api.MapEntitlements();
        api.MapPrograms();
        api.MapMeetings();
        api.MapCouncils();
        api.MapArbitration();
        api.MapPractices();
        api.MapMatching();
        api.MapDelegations();
        api.MapPsychology();
        api.MapConditions();
        api.MapRisks();
        api.MapPartnerships();
        api.MapEvents();
        api.MapReports();
        api.MapSite();
    }
}
