using System.Net;
using Dapper;
using Mentoring.Api.Hosting;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Common.Imports;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Platform;

/// <summary>Streams that wait, on an API with few connections.</summary>
public sealed class StreamTests : ImportTest
{
    const int Connections = 5;
    const int PerCaller = 12;
    const int PerProcess = 20;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    readonly List<HttpResponseMessage> _open = [];
    Guid _school;
    Guid _import;
    Guid _account;
    HttpClient _curator = null!;

    protected override void Configure(IWebHostBuilder host)
    {
        host.UseSetting("Streams:PerCaller", $"{PerCaller}").UseSetting("Streams:PerProcess", $"{PerProcess}").UseSetting("Streams:CheckSeconds", "1");
        host.ConfigureTestServices(services => services.AddSingleton(provider =>
            NpgsqlDataSource.Create($"{provider.GetRequiredService<Database>().AppConnectionString};Maximum Pool Size={Connections};Timeout=5")));
    }

    [SetUp]
    public async Task A_checked_import_waits_for_its_curator()
    {
        _school = await World.School();
        _curator = As(_account = await World.Account(Role.Curator, _school));
        _import = (Guid)(await Checked(_curator, _school, Roster.Of(2).Zip()))["id"]!;
    }

    [TearDown]
    public void Close()
    {
        Leave();
        _curator.Dispose();
    }

    [Test]
    public async Task Streams_that_wait_hold_no_connection()
    {
        for (var i = 0; i < PerCaller; i++) await Watch(_curator);
        await (await As(Role.Curator, await World.School())).GetAsync(Imports).Ok();
        await Anonymous().GetAsync("/health/ready").Gives(200);
    }

    [Test]
    public async Task An_answer_that_its_reader_leaves_standing_holds_no_connection()
    {
        await Sql.ExecuteAsync("""
            insert into import_problem (import_id, sequence, organization_id, region_code, file, line, field, code, value)
            select id, n, organization_id, region_code, 'users.csv', n, 'email', 'import.region-changed', repeat('x', 200)
              from import, generate_series(100, 5000) n where id = @_import
            """, new { _import });
        for (var i = 0; i < 2 * Connections; i++)
            _open.Add(await _curator.GetAsync($"{Imports}/{_import}/problems.csv", HttpCompletionOption.ResponseHeadersRead));
        await (await As(Role.Curator, await World.School())).GetAsync(Imports).Ok();
    }

    [Test]
    public async Task News_reach_a_stream_that_waits_and_the_last_state_ends_it()
    {
        using var stream = await Watch(_curator);
        await _curator.Post($"{Imports}/{_import}/cancel").Ok();
        Assert.That(await Rest(stream), Does.Contain("Cancelled"));
    }

    [Test]
    public async Task A_caller_and_a_process_have_a_number_of_them_and_get_it_back()
    {
        for (var i = 0; i < PerCaller; i++) await Watch(_curator);
        var refused = await _curator.GetAsync($"{Imports}/{_import}/events");
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
        await Task.FromResult(refused).IsProblem(429, "stream.too-many-of-caller");

        var colleague = await As(Role.Curator, _school);
        for (var i = PerCaller; i < PerProcess; i++) await Watch(colleague);
        await colleague.GetAsync($"{Imports}/{_import}/events").IsProblem(429, "stream.too-many-of-process");

        Leave();
        await Eventually.Holds(async () =>
        {
            using var again = await _curator.GetAsync($"{Imports}/{_import}/events", HttpCompletionOption.ResponseHeadersRead);
            return again.StatusCode == HttpStatusCode.OK;
        }, "places of streams that were left are given back");
    }

    [Test]
    public async Task What_is_refused_takes_no_place()
    {
        for (var i = 0; i <= PerProcess; i++) await _curator.GetAsync($"{Imports}/{Guid.NewGuid()}/events").IsProblem(404, "not-found");
        await Watch(_curator);
    }

    [TestCase("update role_assignment set ended_on = current_date where account_id = @account", TestName = "A_stream_ends_when_the_role_does")]
    [TestCase("delete from role_assignment where account_id = @account", TestName = "A_stream_ends_when_the_role_was_a_mistake")]
    [TestCase("delete from role_assignment where account_id = @account; delete from identity.account where id = @account",
        TestName = "A_stream_ends_when_the_account_does")]
    public async Task A_stream_ends_when_its_callers_right_does(string end)
    {
        using var stream = await Watch(_curator);
        await Sql.ExecuteAsync(end, new { account = _account });
        await Rest(stream);
        Assert.That((int)(await _curator.GetAsync($"{Imports}/{_import}/events")).StatusCode, Is.AnyOf(401, 403));
    }

    [Test]
    public async Task A_stream_ends_when_its_session_does()
    {
        var session = Guid.NewGuid();
        await Sql.ExecuteAsync("""
            insert into identity.session (id, account_id, method, started_at, seen_at, confirmed_at)
            values (@session, @_account, 'Password', now(), now(), now())
            """, new { session, _account });
        var signedIn = WithToken(TestTokens.For($"{_account}", token => token.Subject.AddClaim(new("sid", $"{session}"))));
        using var stream = await Watch(signedIn);
        await Sql.ExecuteAsync("update identity.session set ended_at = now() where id = @session", new { session });
        await Rest(stream);
        await signedIn.GetAsync($"{Imports}/{_import}/events").Gives(401);
    }

    [Test]
    public async Task A_right_that_is_left_elsewhere_keeps_no_stream_open()
    {
        await World.Assign(_account, Role.Curator, await World.School());
        using var stream = await Watch(_curator);
        await Sql.ExecuteAsync(
            "update role_assignment set ended_on = current_date where account_id = @_account and organization_id = @_school", new { _account, _school });
        await Rest(stream);
        await _curator.GetAsync($"{Imports}/{_import}/events").IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_stream_ends_when_its_token_does()
    {
        // Within the clocks' difference that is allowed, it is good for four more seconds.
        var expiring = WithToken(TestTokens.For($"{_account}", token => token.Expires = DateTime.UtcNow - TimeSpan.FromSeconds(26)));
        using var stream = await Watch(expiring);
        await Rest(stream);
        await expiring.GetAsync($"{Imports}/{_import}/events").IsProblem(401, "token.missing");
    }

    void Leave()
    {
        _open.ForEach(answer => answer.Dispose());
        _open.Clear();
    }

    /// <summary>Opens a stream and reads the state with which it begins.</summary>
    async Task<StreamReader> Watch(HttpClient client)
    {
        using var patience = new CancellationTokenSource(Patience);
        var answer = await client.GetAsync($"{Imports}/{_import}/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        _open.Add(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        while (await reader.ReadLineAsync(patience.Token) is not ("" or null))
        {
        }

        return reader;
    }

    /// <summary>What comes until the server ends the stream.</summary>
    static async Task<string> Rest(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await stream.ReadToEndAsync(patience.Token);
    }
}
