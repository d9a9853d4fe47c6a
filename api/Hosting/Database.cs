using System.Security.Cryptography;
using System.Text;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Api.Platform;
using Mentoring.Migrations;
using Npgsql;

namespace Mentoring.Api.Hosting;

/// <summary>
/// The product's database. <c>ConnectionStrings:Mentoring</c> names its owner; the API itself works as
/// <c>mentoring_app</c>, which owns nothing, with a password derived from the owner's, so that none has to be kept.
/// With <c>Database:Migrate=false</c> the connection string is taken to be the API's own.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    public required string OwnerConnectionString { get; init; }

    public required string AppConnectionString { get; init; }

    /// <summary>The build asks for the contract alone: no database is needed.</summary>
    static readonly Database Absent = new() { OwnerConnectionString = "Host=none", AppConnectionString = "Host=none" };

    /// <summary>The server that was started for want of a connection string.</summary>
    EmbeddedPostgres? Embedded { get; init; }

    public bool IsEmbedded => Embedded is not null;

    /// <summary>Where the embedded server keeps its data; null for a server of somebody else's.</summary>
    public string? DataFolder => Embedded?.DataFolder;

    public static async Task<Database> Prepare(WebApplicationBuilder builder)
    {
        var database = Hosting.Purpose.IsContract ? Absent : await Open(builder);
        builder.Services.AddSingleton(database);
        builder.Services.AddNpgsqlDataSource(database.AppConnectionString);
        return database;
    }

    static async Task<Database> Open(WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("Mentoring") is not { } owner) return await OpenEmbedded(builder);
        if (!builder.Configuration.GetValue("Database:Migrate", true)) return new() { OwnerConnectionString = owner, AppConnectionString = owner };

        BringUpToDate(owner);
        return new() { OwnerConnectionString = owner, AppConnectionString = AsApp(owner).ConnectionString };
    }

    static async Task<Database> OpenEmbedded(WebApplicationBuilder builder)
    {
        builder.PrepareAddress();
        var folder = Checkout.Of(builder.Environment).Path(builder.Configuration["Embedded:DataFolder"] ?? ".data");
        var phases = Phases.Console;
        var postgres = await EmbeddedPostgres.Start(new() { DataFolder = folder, Phases = phases }, CancellationToken.None);
        try
        {
            var owner = postgres.ConnectionString;
            await phases.Time("Database up to date", () => { BringUpToDate(owner); return Task.CompletedTask; });
            return new() { OwnerConnectionString = owner, AppConnectionString = AsApp(owner).ConnectionString, Embedded = postgres };
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything that the product expects to find in its database, whatever was there before.</summary>
    public static void BringUpToDate(string owner)
    {
        Migrator.MigrateUp(owner);
        Jobs.Prepare(owner);
        ReferenceData.Load(owner);
        Migrator.LetAppSignIn(owner, AsApp(owner));
    }

    /// <summary>The same server and database, as the role that the row policies hold for.</summary>
    public static NpgsqlConnectionStringBuilder AsApp(string owner)
    {
        var builder = new NpgsqlConnectionStringBuilder(owner);
        var key = Encoding.UTF8.GetBytes($"{builder.Username}:{builder.Password}");
        builder.Password = Convert.ToHexString(HMACSHA256.HashData(key, "mentoring_app"u8));
        builder.Username = "mentoring_app";
        if (!builder.ShouldSerialize("Max Auto Prepare")) builder.MaxAutoPrepare = 100;
        return builder;
    }

    public ValueTask DisposeAsync() => Embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
