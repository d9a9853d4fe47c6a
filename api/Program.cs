using Dapper;
using Mentoring.Api.Features.Common;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Features.Region;
using Mentoring.Api.Features.School;
using Mentoring.Api.Features.School.Site;
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
services.AddScoped<Caller>().AddScoped<Db>().AddScoped<Audit>().AddScoped<Idempotency>().AddScoped<Outbox>();
services.AddSingleton<Access>().AddSingleton<Cursors>().AddSingleton<Streams>();
services.AddSingleton<News>().AddHostedService(provider => provider.GetRequiredService<News>());
services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
services.AddMediation();
builder.AddFiles();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
    kestrel.ExplainRefusals();
});
builder.AddTelemetry();
builder.AddRateLimits();
builder.AddJobs(database.AppConnectionString);
builder.AddTokens();
builder.AddCommon();
services.AddSchool();
services.AddRegion();
services.AddMonitoring();

services.AddSingleton<IProblemDetailsWriter, ProblemDefaults.Writer>().AddProblemDetails().AddExceptionHandler<ProblemHandler>();
services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
services.Configure<RequestLocalizationOptions>(options => options.SetDefaultCulture("ru").AddSupportedCultures("ru", "en").AddSupportedUICultures("ru", "en"));
services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
services.AddContract();
services.AddCompression();
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
app.MapCommonPages();
app.MapPublicSite();

var api = app.MapGroup("/api/v1");
api.MapCommon();
api.MapSchool();
api.MapRegion();
api.MapMonitoring();

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
