using System.Linq.Expressions;
using Dapper;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
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
        builder.Services.AddSingleton<OutboxDrain>().AddJob<OutboxDrain>("outbox", drain => drain.Run(CancellationToken.None), "*/15 * * * * *");
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

    /// <summary>A job that runs by the clock, said by the chapter whose work it is.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services, string id, Expression<Func<T, Task>> run, string cron) where T : class =>
        services.AddSingleton(new Scheduled(jobs => jobs.AddOrUpdate(id, run, cron)));

    public static void ScheduleJobs(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Jobs:Enabled", true)) return;
        var jobs = app.Services.GetRequiredService<IRecurringJobManager>();
        foreach (var job in app.Services.GetServices<Scheduled>()) job.With(jobs);
    }

    sealed record Scheduled(Action<IRecurringJobManager> With);

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
