using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Features.Common.AuditTrail;
using Mentoring.Api.Features.Common.BackgroundJobs;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Features.Common.Dictionaries;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.Common.Storage;
using Mentoring.Api.Features.Common.Territories;

namespace Mentoring.Api.Features.Common;

/// <summary>Wing: what every other one stands on. Places, people, roles, files that come in, what people are told.</summary>
public static class Wing
{
    public static void AddCommon(this WebApplicationBuilder builder)
    {
        builder.AddIdentity();
        builder.Services.AddImports();
        builder.Services.AddOrganizations();
        builder.Services.AddPeople();
        builder.Services.AddNotifications();
        builder.Services.AddAuditTrail();
    }

    /// <summary>What lies outside the API: signing in for other applications, calendars, the jobs' dashboard.</summary>
    public static void MapCommonPages(this WebApplication app)
    {
        app.MapConnect();
        app.MapJobsDashboard();
        ReadCalendarFeed.Map(app);
    }

    public static void MapCommon(this RouteGroupBuilder api)
    {
        api.MapIdentity();
        api.MapTerritories();
        api.MapDictionaries();
        api.MapImports();
        api.MapOrganizations();
        api.MapPeople();
        api.MapCalendar();
        api.MapAgenda();
        api.MapNotifications();
        api.MapStorage();
        api.MapAuditTrail();
        api.MapBackgroundJobs();
    }
}
