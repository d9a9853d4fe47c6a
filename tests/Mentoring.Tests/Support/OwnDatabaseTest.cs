using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>A fixture with a database of its own and nothing that runs on it; the owner's connection stays open.</summary>
public abstract class OwnDatabaseTest
{
    protected string Database { get; private set; } = "";

    protected NpgsqlConnection Owner { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenDatabase()
    {
        Database = await TestDatabase.Copy() + ";Pooling=false";
        Owner = new(Database);
        await Owner.OpenAsync();
    }

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        await Owner.DisposeAsync();
        await TestDatabase.Drop(Database);
    }
}
