using Dapper;
using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Features.Arbitration;
using Mentoring.Api.Features.AuditTrail;
using Mentoring.Api.Features.Calendar;
using Mentoring.Api.Features.Census;
using Mentoring.Api.Features.Conditions;
using Mentoring.Api.Features.Councils;
using Mentoring.Api.Features.Delegations;
using Mentoring.Api.Features.Dictionaries;
using Mentoring.Api.Features.Entitlements;
using Mentoring.Api.Features.Events;
using Mentoring.Api.Features.Identity;
using Mentoring.Api.Features.Imports;
using Mentoring.Api.Features.LocalActs;
using Mentoring.Api.Features.Matching;
using Mentoring.Api.Features.Meetings;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Features.Notifications;
using Mentoring.Api.Features.Organizations;
using Mentoring.Api.Features.Partnerships;
using Mentoring.Api.Features.People;
using Mentoring.Api.Features.Practices;
using Mentoring.Api.Features.Profiles;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Features.Psychology;
using Mentoring.Api.Features.Reports;
using Mentoring.Api.Features.Risks;
using Mentoring.Api.Features.Setup;
using Mentoring.Api.Features.Site;
using Mentoring.Api.Features.Storage;
using Mentoring.Api.Features.Territories;
using Mentoring.Api.Hosting;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authorization;

if (args is ["--healthcheck"]) return await Health.Probe();

HostingProblem.EndWithSentence();
DefaultTypeMap.MatchNamesWithUnderscores = true;
var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;

await using var database = await Database.Prepare(builder);
services.AddSingleton(TimeProvider.System).AddMemoryCache().AddHttpContextAccessor().AddSingleton<PublicAddress>();
services.AddScoped<Caller>().AddScoped<Db>().AddScoped<Audit>().AddScoped<Idempotency>().AddScoped<Outbox>().AddPrograms();
services.AddScoped<ActTexts>();
services.AddScoped<Leaving>().AddScoped<AppointedRoles>().AddScoped<CaseBook>();
services.AddSingleton<Access>().AddSingleton<Cursors>().AddSingleton<Streams>();
services.AddSingleton<News>().AddHostedService(provider => provider.GetRequiredService<News>());
services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
services.AddMediation();
services.AddImports();
builder.AddFiles();
services.AddNotifications();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
    kestrel.ExplainRefusals();
});
builder.AddTelemetry();
builder.AddRateLimits();
builder.AddJobs(database.AppConnectionString);
builder.AddTokens();
builder.AddIdentity();

services.AddSingleton<IProblemDetailsWriter, ProblemDefaults.Writer>().AddProblemDetails().AddExceptionHandler<ProblemHandler>();
services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
services.Configure<RequestLocalizationOptions>(options => options.SetDefaultCulture("ru").AddSupportedCultures("ru", "en").AddSupportedUICultures("ru", "en"));
services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
services.AddContract();
services.AddCompression();
services.AddMonitoring();
builder.AddHealth(database.AppConnectionString);

var app = builder.Build();
app.UseOwnAnswers();
app.UseResponseHeaders();
app.UseForwardedHeaders();
PublicAddress.Use(app);
app.UseRequestLocalization();
app.UseExceptionHandler();
app.UseStatusCodePages(ProblemDefaults.WriteStatus);
app.RefuseFrames();
app.UseResponseCompression();
app.AnswerHeads();
app.UseRouting();
app.UseEarlyRateLimits();
app.UseWebClient();
app.UseContractPages();
app.UseAuthentication();
app.UseRateLimiter();
app.UseRateLimitHeaders();
app.UseRefusalsOfRouting();
app.UseAuthorization();
app.UseAccess();
app.UseUploads();
app.MapHealth();
app.MapContract();
app.MapConnect();
app.MapJobsDashboard();
app.MapPublicSite();

var api = app.MapGroup("/api/v1");
api.MapIdentity();
api.MapTerritories();
api.MapDictionaries();
api.MapImports();
api.MapOrganizations();
api.MapPeople();
api.MapLocalActs();
api.MapSetup();
api.MapProfiles();
api.MapCensus();
api.MapEntitlements();
api.MapMonitoring();
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
api.MapCalendar();
ReadCalendarFeed.Map(app);
api.MapAgenda();
api.MapNotifications();
api.MapSite();
api.MapStorage();
api.MapAuditTrail();

if (Purpose.IsContract)
{
    await Contract.Write(app, args[^1]);
    return 0;
}

await app.OfferDemo();
app.ScheduleJobs();
try
{
    await app.RunAsync();
}
catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
{
    // Told to stop while it was still starting.
}

return 0;

public partial class Program;
