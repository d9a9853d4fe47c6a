using System.Net.Http.Headers;
using Dapper;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>A fixture with the whole API on a database of its own. <see cref="World"/> makes the facts that a test needs.</summary>
[Category("Database"), Parallelizable(ParallelScope.Self)]
public abstract class ApiTest
{
    string _database = "";
    WebApplicationFactory<Program> _api = null!;

    /// <summary>The owner's view of the database: no row policy stands before it.</summary>
    protected NpgsqlConnection Sql { get; private set; } = null!;

    protected World World { get; private set; } = null!;

    protected IServiceProvider Services => _api.Services;

    /// <summary>Jobs run only where a fixture is about them.</summary>
    protected virtual bool WithJobs => false;

    /// <summary>Settings of this fixture's API.</summary>
    protected virtual void Configure(IWebHostBuilder host)
    {
    }

    /// <summary>Whose tokens this fixture's API takes.</summary>
    protected virtual void Trust(IServiceCollection services) => TestTokens.Trust(services);

    [OneTimeSetUp]
    public async Task StartApi()
    {
        _database = await TestDatabase.Copy();
        _api = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:Mentoring", _database);
            host.UseSetting("Jobs:Enabled", WithJobs.ToString());
            host.UseSetting("RateLimit:RequestsPerMinute", "100000");
            host.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Failures()));
            host.ConfigureTestServices(Trust);
            Configure(host);
        });
        Sql = new NpgsqlConnection(_database);
        await Sql.OpenAsync();
        World = new World(Sql);
        await World.Territories();
    }

    [OneTimeTearDown]
    public async Task StopApi()
    {
        await Sql.DisposeAsync();
        await _api.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await TestDatabase.Drop(_database);
    }

    protected HttpClient Anonymous()
    {
        var client = _api.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    protected HttpClient WithToken(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client of this account or system.</summary>
    protected HttpClient As(Guid account) => WithToken(TestTokens.For(account.ToString()));

    /// <summary>A new account with this role at this organization.</summary>
    protected async Task<HttpClient> As(Role role, Guid organization) => As(await World.Account(role, organization));

    /// <summary>A new account with this role at this territory.</summary>
    protected async Task<HttpClient> As(Role role, string territory) => As(await World.Account(role, territory));

    /// <summary>The region confirms the role that this person has agreed to hold.</summary>
    protected async Task ConfirmRole(Guid person)
    {
        var (id, version, region) = await Sql.QuerySingleAsync<(Guid, int, string)>("""
            select p.id, p.version, p.region_code from role_proposal p join identity.account a on a.id = p.account_id
             where a.person_id = @person and p.status = 'Agreed'
            """, new { person });
        await (await As(Role.RegionalCoordinator, region)).Post($"/api/v1/role-proposals/{id}/decision", new { version, confirmed = true }).Ok();
    }
}
