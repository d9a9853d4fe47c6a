using Dapper;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Mentoring.Api.Features.AuditTrail;
using Mentoring.Api.Features.Census;
using Mentoring.Api.Features.Delegations;
using Mentoring.Api.Features.Identity;
using Mentoring.Api.Features.LocalActs;
using Mentoring.Api.Features.Matching;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Features.Notifications;
using Mentoring.Api.Features.Organizations;
using Mentoring.Api.Features.People;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Features.Risks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>Hangfire on the product's own database. A job whose worker died is taken up again within a minute.</summary>
public static class Jobs
{
    /// <summary>
    /// Work that can take minutes has workers of its own: however many files are sent, notifications, sums and everything
    /// else of the <c>default</c> queue keep theirs.
    /// </summary>
    public const string ImportQueue = "imports";

    const string Schema = "hangfire";

    /// <summary>Hangfire's own tables, made by the owner and used by the API's role.</summary>
    public static void Prepare(string owner)
    {
        using var connection = new NpgsqlConnection(owner);
        connection.Open();
        connection.Execute("select pg_advisory_lock(hashtext('hangfire'))");
        PostgreSqlObjectsInstaller.Install(connection, Schema);
        connection.Execute($"""
            grant usage on schema {Schema} to mentoring_app;
            grant select, insert, update, delete on all tables in schema {Schema} to mentoring_app;
            grant usage on all sequences in schema {Schema} to mentoring_app;
            select pg_advisory_unlock(hashtext('hangfire'));
            """);
    }

    public static void AddJobs(this WebApplicationBuilder builder, string connectionString)
    {
        builder.Services.AddHangfire(hangfire => hangfire
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(connectionString), new PostgreSqlStorageOptions
            {
                SchemaName = Schema,
                PrepareSchemaIfNecessary = false,
                QueuePollInterval = TimeSpan.FromSeconds(1),
                InvisibilityTimeout = TimeSpan.FromSeconds(builder.Configuration.GetValue("Jobs:InvisibilitySeconds", 30)),
                UseSlidingInvisibilityTimeout = true,
            }));
        builder.Services.AddSingleton<OutboxDrain>();
        builder.Services.AddSingleton<DueWork>();
        builder.Services.AddSingleton<RecurringJobs>().AddHealthChecks().AddCheck<JobsHealth>("jobs", HealthStatus.Degraded);
        if (!builder.Configuration.GetValue("Jobs:Enabled", true)) return;

        builder.Services.AddHangfireServer(server =>
        {
            server.WorkerCount = builder.Configuration.GetValue("Jobs:Workers", 4);
            server.SchedulePollingInterval = TimeSpan.FromSeconds(2);
            server.Queues = ["default"];
        });
        builder.Services.AddHangfireServer(server =>
        {
            server.WorkerCount = builder.Configuration.GetValue("Jobs:ImportWorkers", 2);
            server.Queues = [ImportQueue];
            server.IsLightweightServer = true;
        });
        builder.Services.AddHostedService<OutboxPump>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RecurringJobs>());
    }

    /// <summary>Every scheduled job of the product, one line each.</summary>
    public static void ScheduleJobs(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Jobs:Enabled", true)) return;
        var jobs = app.Services.GetRequiredService<IRecurringJobManager>();
        jobs.AddOrUpdate<OutboxDrain>("outbox", drain => drain.Run(CancellationToken.None), "*/15 * * * * *");
        jobs.AddOrUpdate<PruneTokens>("prune-tokens", prune => prune.Run(CancellationToken.None), Cron.Daily(22));
        jobs.AddOrUpdate<OpenMonths>("open-months", months => months.Run(CancellationToken.None), "0 * * * * *");
        jobs.AddOrUpdate<RollUpStale>("roll-up", rollUp => rollUp.Run(CancellationToken.None), "*/20 * * * * *");
        jobs.AddOrUpdate<ReconcileIndicators>("reconcile-indicators", reconcile => reconcile.Run(CancellationToken.None), "0 0 22 * * *");
        jobs.AddOrUpdate<EndNoticedPrograms>("end-noticed-programs", end => end.Run(CancellationToken.None), EndNoticedPrograms.Schedule);
        jobs.AddOrUpdate<FollowDepartures>("follow-departures", follow => follow.Run(CancellationToken.None), FollowDepartures.Schedule);
        jobs.AddOrUpdate<SettleOrganization>("settle-organization", settle => settle.Run(CancellationToken.None), SettleOrganization.Schedule);
        jobs.AddOrUpdate<PutActsInForce>("put-acts-in-force", put => put.Run(CancellationToken.None), PutActsInForce.Schedule);
        jobs.AddOrUpdate<RemindMeetings>("remind-meetings", remind => remind.Run(CancellationToken.None), RemindMeetings.Schedule);
        jobs.AddOrUpdate<RemindOfDays>("remind-of-days", remind => remind.Run(CancellationToken.None), RemindOfDays.Schedule);
        jobs.AddOrUpdate<SendDigests>("send-digests", send => send.Run(CancellationToken.None), SendDigests.Schedule);
        jobs.AddOrUpdate<CloseMatchRequests>("close-match-requests", close => close.Run(CancellationToken.None), CloseMatchRequests.Schedule);
        jobs.AddOrUpdate<TurnDelegations>("turn-delegations", turn => turn.Run(CancellationToken.None), TurnDelegations.Schedule);
        jobs.AddOrUpdate<RemindOfCensus>("remind-of-census", remind => remind.Run(CancellationToken.None), RemindOfCensus.Schedule);
        jobs.AddOrUpdate<ComputeSignals>("compute-signals", signals => signals.Run(CancellationToken.None), ComputeSignals.Schedule);
        jobs.AddOrUpdate<AnchorAudit>("anchor-audit", anchor => anchor.Run(CancellationToken.None), AnchorAudit.Schedule);
    }

    /// <summary>Drains the outbox the moment that a message is committed, without waiting for the schedule.</summary>
    sealed class OutboxPump(News news, OutboxDrain drain) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            try
            {
                await foreach (var _ in news.Of("outbox", Timeout.InfiniteTimeSpan, stoppingToken)) await drain.Run(stoppingToken);
            }
            catch (OperationCanceledException)
            {
            }
        }
    }

    /// <summary>Only those who watch operations see the dashboard.</summary>
    public sealed class OperatorsOnly : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context)
        {
            var http = context.GetHttpContext();
            if (http.User.FindFirst("sub") is null) return false;
            try
            {
                await http.RequestServices.GetRequiredService<Access>()
                    .Admit(http, http.RequestServices.GetRequiredService<Caller>(), Permission.OperationsWatch);
                return true;
            }
            catch (Forbidden)
            {
                return false;
            }
        }
    }
}
