using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.Storage;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Platform;

/// <summary>Recurring jobs on Hangfire's own storage, some of them scheduled by a process whose clock is wrong.</summary>
[NonParallelizable]
public sealed class RecurringJobsTests : ApiTest
{
    const string Id = "test";
    const string EverySecond = "* * * * * *";

    readonly Events _events = new();

    JobStorage Storage => Services.GetRequiredService<JobStorage>();

    [TearDown]
    public void Forget()
    {
        new RecurringJobManager(Storage).RemoveIfExists(Id);
        _events.Names.Clear();
    }

    [Test]
    public async Task A_job_that_a_clock_ahead_left_silent_is_healed_and_runs()
    {
        var ahead = Processing(TimeSpan.FromDays(3));
        Schedule(ahead);
        ahead.Trigger(Id);
        Schedule(ahead);
        Schedule(Processing(TimeSpan.Zero));
        Assert.That(Kept().NextExecution, Is.GreaterThan(DateTime.UtcNow.AddDays(2)), "the next start with the right time changes nothing");
        Assert.That(await Ready(), Is.EqualTo("Degraded"));

        await Look();
        Assert.That(_events.Names, Is.EqualTo(new[] { "RecurringJobSilent" }));
        Assert.That(Kept().NextExecution, Is.LessThan(DateTime.UtcNow.AddMinutes(1)));
        Assert.That(await Ready(), Is.EqualTo("Healthy"));

        // Hangfire keeps one activator for the process: that of whichever API started last.
        var activator = new AspNetCoreJobActivator(Services.GetRequiredService<IServiceScopeFactory>());
        using var server = new BackgroundJobServer(
            new() { WorkerCount = 1, SchedulePollingInterval = TimeSpan.FromSeconds(1), Activator = activator }, Storage);
        await Eventually.Holds(
            () => Task.FromResult(Kept().LastJobState == "Succeeded" && Kept().LastExecution < DateTime.UtcNow.AddMinutes(1)), "the job ran");
    }

    [Test]
    public async Task A_job_that_is_overdue_is_reported_wherever_somebody_asks()
    {
        Schedule(Processing(TimeSpan.FromHours(-1)));
        Assert.That(await Ready(), Is.EqualTo("Degraded"));
        await Look();
        Assert.That(_events.Names, Is.EqualTo(new[] { "RecurringJobsOverdue" }));
    }

    [Test]
    public async Task A_job_in_time_is_left_alone()
    {
        Schedule(Processing(TimeSpan.Zero), Cron.Yearly());
        await Look();
        Assert.That(_events.Names, Is.Empty);
        Assert.That(await Ready(), Is.EqualTo("Healthy"));
    }

    [TestCase("* * * * * *", 0, 0, false, false)]
    [TestCase("* * * * * *", 1, 0, false, false, Description = "clocks differ a little")]
    [TestCase("* * * * * *", 5, 0, true, false)]
    [TestCase("* * * * *", 5, 0, true, false)]
    [TestCase("0 22 * * *", 12 * 60, 0, false, false, Description = "tonight")]
    [TestCase("0 22 * * *", 36 * 60, 0, true, false, Description = "tomorrow night")]
    [TestCase("0 10 * * *", 24 * 60, 0, false, false, Description = "just run by a clock that is ahead a little")]
    [TestCase("1 10 * * *", 24 * 60 + 1, 0, false, false, Description = "run a minute early by a clock that is ahead a little")]
    [TestCase("0 22 * * *", 0, 1, false, false)]
    [TestCase("0 22 * * *", 0, 5, false, true)]
    public void What_is_silent_and_what_is_overdue(string cron, int minutesAhead, int minutesLate, bool silent, bool overdue)
    {
        var now = new DateTime(2026, 11, 28, 10, 0, 0, DateTimeKind.Utc);
        var job = new NextRun(Id, cron, now.AddMinutes(minutesAhead - minutesLate), now);
        Assert.That((job.IsSilent, job.IsOverdue), Is.EqualTo((silent, overdue)));
    }

    /// <summary>What a process does whose clock is off by so much.</summary>
    RecurringJobManager Processing(TimeSpan off) =>
        new(Storage, JobFilterProviders.Providers, new DefaultTimeZoneResolver(), () => DateTime.UtcNow + off);

    static void Schedule(RecurringJobManager jobs, string cron = EverySecond) =>
        jobs.AddOrUpdate<OutboxDrain>(Id, drain => drain.Run(CancellationToken.None), cron);

    RecurringJobDto Kept()
    {
        using var connection = Storage.GetConnection();
        return connection.GetRecurringJobs().Single(job => job.Id == Id);
    }

    Task Look() => ActivatorUtilities.CreateInstance<RecurringJobs>(Services, (ILogger<RecurringJobs>)_events).Look(default);

    async Task<string> Ready()
    {
        using var health = await Anonymous().GetAsync("/health/ready");
        return await health.Content.ReadAsStringAsync();
    }

    /// <summary>The names of the events that were recorded.</summary>
    sealed class Events : ILogger<RecurringJobs>
    {
        public List<string?> Names { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Names.Add(eventId.Name);
    }
}
