using System.Net.Http.Headers;
using System.Reflection;
using Dapper;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>A fixture with the whole API on a database of its own. <see cref="World"/> makes the facts that a test needs.</summary>
[Category("Database")]
public abstract class ApiTest
{
    ApiHost _host = null!;
    int _passed;

    /// <summary>The owner's view of the database: no row policy stands before it.</summary>
    protected NpgsqlConnection Sql { get; private set; } = null!;

    protected World World { get; private set; } = null!;

    protected IServiceProvider Services => _host.Services;

    /// <summary>The API's clock.</summary>
    protected virtual TimeProvider Time => TimeProvider.System;

    /// <summary>Jobs run only where a fixture is about them.</summary>
    protected virtual bool WithJobs => false;

    /// <returns>The owner's connection string of the database that the fixture works on; its API is then made for it alone.</returns>
    protected virtual Task<string> CreateDatabase() => TestDatabase.Copy();

    /// <summary>Settings of this fixture's API, which is then made for it alone.</summary>
    protected virtual void Configure(IWebHostBuilder host)
    {
    }

    /// <summary>Whose tokens this fixture's API takes, which is then made for it alone.</summary>
    protected virtual void Trust(IServiceCollection services) => TestTokens.Trust(services);

    [OneTimeSetUp]
    public async Task StartApi()
    {
        _host = IsAsEveryOther ? await ApiHost.Rent(Time) : ApiHost.Own(await CreateDatabase(), Time, host =>
        {
            host.UseSetting("Jobs:Enabled", WithJobs.ToString());
            host.ConfigureTestServices(Trust);
            Configure(host);
        });
        Sql = new NpgsqlConnection(_host.Database);
        await Sql.OpenAsync();
        // The day that a test writes and counts by is its schools', also while Moscow's has begun and UTC's has not.
        await Sql.ExecuteAsync("set time zone 'Europe/Moscow'");
        World = new World(Sql);
        await World.Territories();
    }

    /// <summary>Asked of the last test, since what fails after it fails no run; a run that was told to leave some out is not asked.</summary>
    [TearDown]
    public void CoversWhatItSays()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Passed) _passed++;
        ITest fixture = TestExecutionContext.CurrentContext.CurrentTest;
        while (fixture is not TestFixture) fixture = fixture.Parent!;
        if (_passed < fixture.TestCaseCount) return;
        var covered = GetType().GetCustomAttribute<CoversAttribute>()?.Operations ?? [];
        Assert.That(covered.Except(_host.Answered), Is.Empty, "said to be covered, and answered nobody with success");
    }

    [OneTimeTearDown]
    public async Task StopApi()
    {
        await Sql.DisposeAsync();
        // What a failed fixture left behind is nobody else's trouble.
        if (IsAsEveryOther && TestContext.CurrentContext.Result.Outcome.Status != TestStatus.Failed) _host.Return();
        else await _host.DisposeAsync();
    }

    bool IsAsEveryOther => !WithJobs && Array.TrueForAll([nameof(CreateDatabase), nameof(Configure), nameof(Trust)], IsLeftAsItIs);

    bool IsLeftAsItIs(string method) =>
        GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType == typeof(ApiTest);

    protected HttpClient Anonymous()
    {
        var client = _host.Client();
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
        await (await As(Role.RegionalCoordinator, region)).Post($"/api/v1/role-proposals/{id}/decide", new { version, confirmed = true }).Ok();
    }

    /// <summary>Runs a scheduled job of the product now.</summary>
    protected async Task Run<T>(Func<T, Task> job) where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await job(ActivatorUtilities.GetServiceOrCreateInstance<T>(scope.ServiceProvider));
    }
}
