using FluentMigrator.Runner;
using Mentoring.Migrations.Code;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Migrations;

/// <summary>Brings a database to the newest version; used by the API, by the tests and by the console runner.</summary>
public static class Migrator
{
    /// <summary>One number for everyone who prepares a database: two processes starting at once must not race.</summary>
    public const long Lock = 0x6D656E746F72;

    /// <param name="connectionString">A role that may create roles, extensions and tables.</param>
    /// <returns>The version reached.</returns>
    public static long MigrateUp(string connectionString)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        using (var take = new NpgsqlCommand("select pg_advisory_lock(@lock)", connection))
        {
            take.Parameters.AddWithValue("lock", Lock);
            take.ExecuteNonQuery();
        }

        using var services = new ServiceCollection()
            .AddFluentMigratorCore()
            .ConfigureRunner(runner => runner
                .AddPostgres()
                .WithGlobalConnectionString(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString)
                .ScanIn(typeof(Migrator).Assembly).For.Migrations())
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        var runner = scope.ServiceProvider.GetRequiredService<IMigrationRunner>();
        runner.MigrateUp();
        DatabaseCode.Apply(connection);
        return runner.MigrationLoader.LoadMigrations().Keys.Max();
    }

    /// <summary>Lets the API's role sign in. Nothing is changed where it can already, so that processes may start together.</summary>
    /// <param name="owner">A role that may alter roles.</param>
    /// <param name="app">The same database as <c>mentoring_app</c>, with the password it is to have.</param>
    public static void LetAppSignIn(string owner, NpgsqlConnectionStringBuilder app)
    {
        for (var attempt = 1; !CanSignIn(app); attempt++)
        {
            using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
            connection.Open();
            using var quote = new NpgsqlCommand("select format('alter role mentoring_app login password %L', @password)", connection);
            quote.Parameters.AddWithValue("password", app.Password!);
            using var alter = new NpgsqlCommand((string)quote.ExecuteScalar()!, connection);
            try
            {
                alter.ExecuteNonQuery();
            }
            catch (PostgresException met) when (met.SqlState == PostgresErrorCodes.InternalError && attempt < 10)
            {
                // Another process set it in the same instant.
            }
        }
    }

    static bool CanSignIn(NpgsqlConnectionStringBuilder app)
    {
        try
        {
            using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(app.ConnectionString) { Pooling = false }.ConnectionString);
            connection.Open();
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return false;
        }
    }
}
