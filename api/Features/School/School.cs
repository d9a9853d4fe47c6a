using Mentoring.Api.Features.School.Analysis;
using Mentoring.Api.Features.School.Arbitration;
using Mentoring.Api.Features.School.Census;
using Mentoring.Api.Features.School.Conditions;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Features.School.Entitlements;
using Mentoring.Api.Features.School.Evaluations;
using Mentoring.Api.Features.School.Events;
using Mentoring.Api.Features.School.Impact;
using Mentoring.Api.Features.School.Incentives;
using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Api.Features.School.Offers;
using Mentoring.Api.Features.School.Partnerships;
using Mentoring.Api.Features.School.Practices;
using Mentoring.Api.Features.School.Preparations;
using Mentoring.Api.Features.School.Profiles;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Features.School.Psychology;
using Mentoring.Api.Features.School.PupilResults;
using Mentoring.Api.Features.School.Reports;
using Mentoring.Api.Features.School.Risks;
using Mentoring.Api.Features.School.Setup;
using Mentoring.Api.Features.School.Site;

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
        services.AddOffers();
        services.AddDelegations();
        services.AddRisks();
        services.AddSite();
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
        api.MapIncentives();
        api.MapEvaluations();
        api.MapPreparations();
        api.MapAnalysis();
        api.MapArbitration();
        api.MapPractices();
        api.MapMatching();
        api.MapOffers();
        api.MapDelegations();
        api.MapPsychology();
        api.MapConditions();
        api.MapRisks();
        api.MapPartnerships();
        api.MapEvents();
        api.MapPupilResults();
        api.MapImpact();
        api.MapReports();
        api.MapSite();
    }
}
