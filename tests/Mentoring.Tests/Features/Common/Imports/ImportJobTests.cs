using System.Text.Json.Nodes;
using Dapper;
using Hangfire;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>The jobs as Hangfire runs them, watched and killed.</summary>
[Covers(nameof(WatchImport))]
public sealed class ImportJobTests : ImportTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    protected override bool WithJobs => true;

    [Test]
    public async Task The_whole_way_is_seen_on_the_stream()
    {
        var (school, curator) = await School();
        var id = (Guid)(await Send(curator, school, Roster.Of(3000).Zip()).Gives(202))["id"]!;
        using var patience = new CancellationTokenSource(Patience);
        using var answer = await curator.GetAsync($"{Imports}/{id}/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        var seen = new List<JsonNode>();
        var confirmed = false;
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal)) Assert.That(line, Is.EqualTo("event: import"));
            if (!line.StartsWith("data:", StringComparison.Ordinal)) continue;
            var state = JsonNode.Parse(line[5..])!;
            seen.Add(state);
            if ((string?)state["status"] != "Checked" || confirmed) continue;
            confirmed = true;
            await curator.Post($"{Imports}/{id}/confirm", new { version = (int)state["version"]! }).Ok();
        }

        Assert.That((string?)seen[^1]["status"], Is.EqualTo("Applied"));
        Assert.That((int)seen[^1]["rowsDone"]!, Is.EqualTo(6000));
        Assert.That(seen.Select(s => (string?)s["status"]).Distinct(), Is.SupersetOf(new[] { "Checked", "Applied" }));
        Assert.That(seen.Select(s => (int)s["version"]!), Is.Ordered);
        Assert.That(await Working(school), Is.EqualTo(3000));
    }

    [Test]
    public Task Imports_have_workers_of_their_own_and_leave_the_others_alone() => Eventually.Holds(() =>
    {
        var servers = Services.GetRequiredService<JobStorage>().GetMonitoringApi().Servers();
        return Task.FromResult(servers.Select(s => $"{string.Join(' ', s.Queues)} {s.WorkersCount}").Order().SequenceEqual(["default 4", "imports 2"]));
    }, "one server for imports, one for everything else");

    [Test]
    public async Task An_application_killed_in_the_middle_leaves_nothing_and_finishes_when_it_runs_again()
    {
        var (school, curator) = await School();
        var import = await UntilStatus(curator, (Guid)(await Send(curator, school, Roster.Of(2500).Zip()).Gives(202))["id"]!, "Checked");
        // Holds the application up in its middle: people are written, their ids in the other system wait for this lock.
        await using var gate = new NpgsqlConnection(Sql.ConnectionString);
        await gate.OpenAsync();
        await using var hold = await gate.BeginTransactionAsync();
        await gate.ExecuteAsync("lock table person_source in share mode");
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();

        var killed = 0;
        await Until(async () => (killed = await Sql.ExecuteScalarAsync<int>("""
            select count(pg_terminate_backend(pid))::int from pg_stat_activity
             where datname = current_database() and usename = 'mentoring_app' and wait_event_type = 'Lock' and query like '%insert into person_source%'
            """)) > 0);
        Assert.That(killed, Is.EqualTo(1));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from person where @school = any(organization_ids)", new { school }), Is.Zero);
        Assert.That((string?)(await Get(curator, (Guid)import["id"]!))["status"], Is.EqualTo("Applying"));
        await hold.RollbackAsync();

        var after = await UntilStatus(curator, (Guid)import["id"]!, "Applied");
        Assert.That((int)after["creates"]!, Is.EqualTo(2500));
        Assert.That(await Working(school), Is.EqualTo(2500));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from person_source where organization_id = @school", new { school }), Is.EqualTo(2500));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where operation = 'ApplyImport' and organization_id = @school",
            new { school }), Is.EqualTo(1));
    }

    static async Task<JsonNode> UntilStatus(HttpClient client, Guid id, string status)
    {
        JsonNode import = new JsonObject();
        await Until(async () => (string?)(import = await Get(client, id))["status"] == status);
        return import;
    }

    static async Task Until(Func<Task<bool>> reached)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await reached()) await Task.Delay(50, patience.Token);
    }
}
