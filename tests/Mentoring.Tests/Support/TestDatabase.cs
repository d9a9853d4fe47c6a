using Mentoring.Api.Hosting;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Demo;
using Mentoring.Migrations;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>
/// Migrated once as a template, when the first fixture asks for a database, and kept for the next runs until a migration or
/// the country that the product ships changes; each fixture works on a copy of its own. Databases and their roles are real.
/// </summary>
public static class TestDatabase
{
    const string Template = "mentoring_template";
    const string DemoTemplate = "mentoring_demo";
    static readonly SemaphoreSlim OneCopyAtATime = new(1);
    static readonly Lazy<Task<string>> s_server = new(StartServer);
    static EmbeddedPostgres? s_embedded;

    static readonly Lazy<Task> s_template = new(async () =>
    {
        var migrations = typeof(Migrator).Module.ModuleVersionId.ToString();
        var owner = await Server(Template) + ";Pooling=false";
        var kept = await Admin($"select shobj_description(oid, 'pg_database') from pg_database where datname = '{Template}'");
        if (s_embedded is not null) await DropLeftBehind();
        if (migrations.Equals(kept) && !ReferenceData.Load(owner)) return;

        await Admin($"drop database if exists {Template} with (force)");
        await Admin($"create database {Template}");
        Database.BringUpToDate(owner);
        await Admin($"comment on database {Template} is '{migrations}'");
    });

    static readonly Lazy<Task> s_demo = new(async () =>
    {
        await s_template.Value;
        await Admin($"drop database if exists {DemoTemplate} with (force)");
        await Create(DemoTemplate, Template);
        await DemoData.Load(await Server(DemoTemplate) + ";Pooling=false", TimeProvider.System.GetUtcNow());
    });

    public static ValueTask StopServer() => s_embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <returns>A fresh copy that holds the demo country, its indicators not summed yet.</returns>
    public static async Task<string> CopyWithDemo()
    {
        await s_demo.Value;
        return await Copy(DemoTemplate);
    }

    /// <returns>The owner's connection string of a fresh copy.</returns>
    public static async Task<string> Copy()
    {
        await s_template.Value;
        return await Copy(Template);
    }

    /// <returns>The owner's connection string of a database with nothing in it; the server knows the product's roles.</returns>
    public static async Task<string> Empty()
    {
        await s_template.Value;
        var name = $"mentoring_{Guid.NewGuid():n}";
        await Admin($"create database {name}");
        return await Server(name);
    }

    /// <summary>Keeps a database, to which nobody is connected, as it is.</summary>
    /// <returns>The owner's connection string of what is kept; the database itself is gone until it is renewed.</returns>
    public static async Task<string> SetAside(string connectionString)
    {
        var name = NameOf(connectionString);
        await Admin($"alter database {name} rename to {name}_aside");
        return await Server($"{name}_aside");
    }

    /// <summary>Makes a database anew as a copy of one that was set aside.</summary>
    public static async Task Renew(string connectionString, string aside)
    {
        await Drop(connectionString);
        await Create(NameOf(connectionString), NameOf(aside));
    }

    public static Task Drop(string connectionString) => Admin($"drop database if exists {NameOf(connectionString)} with (force)");

    static async Task<string> Copy(string template)
    {
        var name = $"mentoring_{Guid.NewGuid():n}";
        await Create(name, template);
        return await Server(name);
    }

    static async Task Create(string name, string template)
    {
        await OneCopyAtATime.WaitAsync();
        try
        {
            await Admin($"create database {name} template {template}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }
    }

    static async Task<string> StartServer()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Tests") is { } given) return given;
        s_embedded = await EmbeddedPostgres.Start(
            new() { DataFolder = Repository.At(".data", "tests"), BinariesFolder = Repository.At(".data", "postgresql-binaries"), Durable = false },
            CancellationToken.None);
        return s_embedded.ConnectionString;
    }

    /// <summary>What a run that was killed has left.</summary>
    static async Task DropLeftBehind()
    {
        while (await Admin($"select datname from pg_database where datname ~ '^mentoring_' and datname <> '{Template}' limit 1") is string name)
            await Admin($"drop database {name} with (force)");
    }

    /// <summary>The server's superuser, for copying databases.</summary>
    static async Task<string> Server(string database) =>
        new NpgsqlConnectionStringBuilder(await s_server.Value)
        {
            Database = database, IncludeErrorDetail = true, PersistSecurityInfo = true, Timeout = 60,
        }.ConnectionString;

    static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    static async Task<object?> Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(await Server("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
