using Mentoring.Api.Hosting;
using Mentoring.Demo;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>Migrated once a run as a template; each fixture works on a copy of its own. Databases and their roles are real.</summary>
public static class TestDatabase
{
    const string Template = "mentoring_template";
    const string DemoTemplate = "mentoring_demo";
    static readonly SemaphoreSlim OneCopyAtATime = new(1);
    static string s_server = "";
    static EmbeddedPostgres? s_embedded;

    /// <summary>The server's superuser, for copying databases.</summary>
    static string Server(string database) => new NpgsqlConnectionStringBuilder(s_server) { Database = database, IncludeErrorDetail = true, PersistSecurityInfo = true, Timeout = 60 }.ConnectionString;

    public static async Task BuildTemplate()
    {
        s_server = Environment.GetEnvironmentVariable("ConnectionStrings__Tests") ?? await StartServer();
        await Admin($"drop database if exists {Template} with (force)");
        await Admin($"create database {Template}");
        var owner = Server(Template) + ";Pooling=false";
        Database.BringUpToDate(owner);
    }

    public static ValueTask StopServer() => s_embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    static async Task<string> StartServer()
    {
        s_embedded = await EmbeddedPostgres.Start(
            new() { DataFolder = Repository.At(".data", "tests"), BinariesFolder = Repository.At(".data", "postgresql-binaries"), Durable = false },
            CancellationToken.None);
        return s_embedded.ConnectionString;
    }

    static readonly Lazy<Task> s_demo = new(async () =>
    {
        await Admin($"drop database if exists {DemoTemplate} with (force)");
        await Admin($"create database {DemoTemplate} template {Template}");
        await DemoData.Load(Server(DemoTemplate) + ";Pooling=false", TimeProvider.System.GetUtcNow());
    });

    /// <returns>A fresh copy that holds the demo country, its indicators not summed yet.</returns>
    public static async Task<string> CopyWithDemo()
    {
        await s_demo.Value;
        return await Copy(DemoTemplate);
    }

    /// <returns>The owner's connection string of a fresh copy.</returns>
    public static Task<string> Copy() => Copy(Template);

    static async Task<string> Copy(string template)
    {
        var name = $"mentoring_{Guid.NewGuid():n}";
        await OneCopyAtATime.WaitAsync();
        try
        {
            await Admin($"create database {name} template {template}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return Server(name);
    }

    public static Task Drop(string connectionString) =>
        Admin($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    static async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(Server("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
