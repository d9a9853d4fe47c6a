using System.Text.Json.Nodes;
using Dapper;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Mentoring.Api.Features.Common.BackgroundJobs;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.BackgroundJobs;

/// <summary>What runs by the clock, seen by whoever watches operations and by nobody else.</summary>
[Covers(nameof(ListFailedJobs), nameof(ListJobs), nameof(RetryFailedJob), nameof(RunJob))]
public sealed class ListJobsTests : ApiTest
{
    const string Jobs = "/api/v1/jobs";

    HttpClient _operator = null!;

    [OneTimeSetUp]
    public async Task Operator()
    {
        _operator = await As(Role.SystemAdministrator, "RU");
        var jobs = Services.GetRequiredService<IRecurringJobManager>();
        jobs.AddOrUpdate<PutActsInForce>("put-acts-in-force", job => job.Run(CancellationToken.None), Cron.Daily());
        jobs.AddOrUpdate<PruneTokens>("prune-tokens", job => job.Run(CancellationToken.None), Cron.Daily());
    }

    JobStorage Storage => Services.GetRequiredService<JobStorage>();

    async Task<JsonNode> Of(string id) => (await _operator.GetAsync(Jobs).Ok())["jobs"]!.AsArray().Single(job => (string?)job!["id"] == id)!;

    Task Drain() => Services.GetRequiredService<OutboxDrain>().Run(default);

    /// <summary>A run that failed as often as is tried: put into that state past the filter that tries again.</summary>
    string Failed()
    {
        var id = Services.GetRequiredService<IBackgroundJobClient>()
            .Create(Job.FromExpression<PruneTokens>(job => job.Run(CancellationToken.None)), new ScheduledState(TimeSpan.FromDays(1)));
        using var connection = Storage.GetConnection();
        using var transaction = connection.CreateWriteTransaction();
        transaction.SetJobState(id, new FailedState(new InvalidOperationException("Иванова Анна is named here")));
        transaction.Commit();
        return id;
    }

    [Test]
    public async Task Each_job_tells_when_it_runs_next_and_how_it_came_out()
    {
        var job = await Of("put-acts-in-force");
        Assert.That(((string?)job["outcome"], (bool?)job["late"], (int?)job["failingItems"]), Is.EqualTo(("None", false, 0)));
        Assert.That((DateTime?)job["nextRunAt"], Is.GreaterThan(DateTime.UtcNow));
        Assert.That((int?)(await _operator.GetAsync(Jobs).Ok())["workers"], Is.Zero);
    }

    [Test]
    public async Task What_fails_again_and_again_is_counted_with_its_job_and_tried_when_the_job_is_run()
    {
        await Sql.ExecuteAsync("""
            insert into due_failure (job, item, attempts, failed_at, due_at, error) values
                ('PutActsInForce', '{"Id":1}', 1, now(), now() + interval '1 hour', 'x'),
                ('PutActsInForce/Other', '{"Id":2}', 4, now(), now() + interval '1 day', 'x')
            """);
        var job = await Of("put-acts-in-force");
        Assert.That(((int?)job["failingItems"], (int?)job["stuckItems"]), Is.EqualTo((2, 1)));

        await _operator.Post($"{Jobs}/put-acts-in-force/run").Gives(202);
        Assert.That((string?)(await Of("put-acts-in-force"))["outcome"], Is.EqualTo("None"), "not before the transaction is over");
        await Drain();
        Assert.That((string?)(await Of("put-acts-in-force"))["outcome"], Is.EqualTo("Waiting"));
        Assert.That(await Sql.ExecuteScalarAsync<int>("select count(*)::int from due_failure where due_at <= now()"), Is.EqualTo(2));
        await _operator.Post($"{Jobs}/no-such-job/run").IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_failed_run_is_listed_without_what_it_says_and_tried_again_once()
    {
        var id = Failed();
        var answer = await _operator.GetAsync($"{Jobs}/failed").Ok();
        var row = answer.AsArray().Single(one => (string?)one!["id"] == id)!;
        Assert.That(((string?)row["job"], (string?)row["error"]), Is.EqualTo(("prune-tokens", "InvalidOperationException")));
        Assert.That(answer.ToJsonString(), Does.Not.Contain("named here"));

        await _operator.Post($"{Jobs}/failed/{id}/retry").Gives(202);
        await Drain();
        using var connection = Storage.GetConnection();
        Assert.That(connection.GetStateData(id).Name, Is.EqualTo(EnqueuedState.StateName));
        await _operator.Post($"{Jobs}/failed/{id}/retry").IsProblem(409, "job.not-failed");
        Assert.That(await Sql.ExecuteScalarAsync<int>("select count(*)::int from audit_entry where operation = 'RetryFailedJob'"), Is.EqualTo(1));
        foreach (var unknown in (string[])["999999999", "abc", "99999999999999999999"])
            await _operator.Post($"{Jobs}/failed/{unknown}/retry").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Nobody_else_sees_or_starts_them()
    {
        foreach (var other in (HttpClient[])[await As(Role.Head, await World.School()), await As(Role.FederalOperator, "RU"), As(await World.Account())])
        {
            await other.GetAsync(Jobs).IsProblem(403, "permission.missing");
            await other.GetAsync($"{Jobs}/failed").IsProblem(403, "permission.missing");
            await other.Post($"{Jobs}/put-acts-in-force/run").IsProblem(403, "permission.missing");
            await other.Post($"{Jobs}/failed/1/retry").IsProblem(403, "permission.missing");
        }
    }

    [Test]
    public void Every_job_of_the_clock_has_its_words_in_both_languages()
    {
        var ids = Repository.Files("api", ".cs").SelectMany(file => File.ReadAllText(file).Split("AddJob<").Skip(1))
            .Select(after => after.Split('"') is [_, var id, ..] ? id : "")
            .Where(id => id.Length > 0 && id.All(sign => char.IsAsciiLetterLower(sign) || sign == '-')).ToHashSet();
        Assert.That(ids, Has.Count.GreaterThan(10));
        foreach (var language in (string[])["ru", "en"])
        {
            var file = Repository.At("web-client", "src", "features", "common", "admin", $"{language}.json");
            var words = JsonNode.Parse(File.ReadAllText(file))!["jobs"]!["of"]!;
            Assert.That(words.AsObject().Select(job => job.Key), Is.EquivalentTo(ids), language);
        }
    }
}
