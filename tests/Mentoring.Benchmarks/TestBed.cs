using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Hosting;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>A PostgreSQL server with a country's rows, the API as it is deployed, and beside it the limit.</summary>
public sealed class TestBed : IAsyncDisposable
{
    readonly EmbeddedPostgres _postgres;
    readonly string _folder;
    readonly SystemClient _curator;

    TestBed(EmbeddedPostgres postgres, string folder, Guid school, SystemClient curator, ServerProcess api, ServerProcess limit) =>
        (_postgres, _folder, School, _curator, Api, Limit, Postgres) = (postgres, folder, school, curator, api, limit, DatabaseProcess.Of(folder));

    /// <summary>The superuser's connection string.</summary>
    public string Owner => _postgres.ConnectionString;

    /// <summary>The one that is measured.</summary>
    public Guid School { get; }

    public ServerProcess Api { get; }

    public ServerProcess Limit { get; }

    public DatabaseProcess Postgres { get; }

    /// <summary>A curator's token at the school that is measured, fresh, since it is good for ten minutes.</summary>
    public async Task<string> Token()
    {
        using var client = await _curator.Connect(Api.Address);
        return client.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    public static async Task<TestBed> Make(Options options)
    {
        var folder = Path.Combine(Data(), $"benchmarks-{Guid.CreateVersion7():n}");
        var phases = Phases.Console;
        var postgres = await EmbeddedPostgres.Start(
            new() { DataFolder = folder, BinariesFolder = Path.Combine(Data(), "postgresql-binaries"), Phases = phases }, CancellationToken.None);
        var owner = postgres.ConnectionString;
        await phases.Time("Database up to date", () => { Database.BringUpToDate(owner); return Task.CompletedTask; });
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        var school = await phases.Time(_ => "Volume generated", () => Volume.Generate(connection, options.Scale));
        await phases.Time("Indicators computed", () => RollUp(owner));

        var curator = await SystemClient.Register(connection, Role.Curator, school);
        var api = await ServerProcess.Start(typeof(Database).Assembly.Location, "", new Dictionary<string, string>
        {
            ["ConnectionStrings__Mentoring"] = owner,
            ["RateLimit__RequestsPerMinute"] = "1000000000", ["RateLimit__SecretsPerMinute"] = "1000000000",
        }, "/health/ready");
        var limit = await ServerProcess.Start(typeof(TestBed).Assembly.Location, "--limit", new Dictionary<string, string>
        {
            ["Limit__Database"] = owner + ";Max Auto Prepare=100", ["Limit__Keys"] = new Uri(api.Address, "/.well-known/jwks").ToString(),
            ["Limit__School"] = school.ToString(),
        }, "/ready");
        return new(postgres, folder, school, curator, api, limit);
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Limit.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    static async Task RollUp(string owner)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System).AddScoped<Caller>().AddScoped<Db>().AddNpgsqlDataSource(Database.AsApp(owner).ConnectionString)
            .AddMonitoring();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<FullRollUp>().Run(CancellationToken.None);
    }

    static string Data()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mentoring.Api.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, ".data");
    }
}
