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
    readonly SystemClient _curator, _centreHead;

    TestBed(EmbeddedPostgres postgres, string folder, Guid school, Contours contours, SystemClient curator, SystemClient centreHead, ServerProcess api,
        ServerProcess limit) =>
        (_postgres, _folder, School, Contours, _curator, _centreHead, Api, Limit, Postgres) =
            (postgres, folder, school, contours, curator, centreHead, api, limit, DatabaseProcess.Of(folder));

    /// <summary>The superuser's connection string.</summary>
    public string Owner => _postgres.ConnectionString;

    /// <summary>The one that is measured.</summary>
    public Guid School { get; }

    /// <summary>The centre beside the schools.</summary>
    public Contours Contours { get; }

    public ServerProcess Api { get; }

    public ServerProcess Limit { get; }

    public DatabaseProcess Postgres { get; }

    /// <summary>A curator's token at the school that is measured, fresh, since it is good for ten minutes.</summary>
    public Task<string> Token() => Token(_curator);

    /// <summary>The same of whoever heads the centre.</summary>
    public Task<string> CentreToken() => Token(_centreHead);

    async Task<string> Token(SystemClient system)
    {
        using var client = await system.Connect(Api.Address);
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
        var school = await phases.Time(_ => "Volume generated", () => Volume.Generate(connection, Volume.Size.Part(options.Scale)));
        var contours = await phases.Time(_ => "Centre generated", () => Contours.Generate(connection));
        await phases.Time("Indicators computed", () => RollUp(owner));

        var curator = await SystemClient.Register(connection, Role.Curator, school);
        var centreHead = await SystemClient.Register(connection, Role.CentreHead, contours.Centre);
        var api = await ServerProcess.Start(typeof(Database).Assembly.Location, "", new Dictionary<string, string>
        {
            ["ConnectionStrings__Mentoring"] = owner,
            ["RateLimit__RequestsPerMinute"] = "1000000000", ["RateLimit__SecretsPerMinute"] = "1000000000",
        }, "/health/ready");
        var limit = await ServerProcess.Start(typeof(TestBed).Assembly.Location, "--limit", new Dictionary<string, string>
        {
            ["Limit__Database"] = owner + ";Max Auto Prepare=100", ["Limit__Keys"] = new Uri(api.Address, "/.well-known/jwks").ToString(),
            ["Limit__School"] = school.ToString(), ["Limit__Tutor"] = contours.Tutor.ToString(),
        }, "/ready");
        return new(postgres, folder, school, contours, curator, centreHead, api, limit);
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
        await using var services = Sums(owner);
        await services.GetRequiredService<FullRollUp>().Run(CancellationToken.None);
    }

    /// <summary>What computes sums, as the application's own role.</summary>
    internal static ServiceProvider Sums(string owner)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System).AddScoped<Caller>().AddScoped<Db>().AddNpgsqlDataSource(Database.AsApp(owner).ConnectionString)
            .AddLogging().AddMonitoring();
        return services.BuildServiceProvider();
    }

    internal static string Data()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mentoring.Api.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, ".data");
    }
}
