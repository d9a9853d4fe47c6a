using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>A fixture with the product in a process of its own, for what only a real process and a real socket show.</summary>
[Category("Database"), Category("Process")]
public abstract class ProductTest
{
    string _database = "";

    /// <summary>The owner's view of the database.</summary>
    protected NpgsqlConnection Sql { get; private set; } = null!;

    protected World World { get; private set; } = null!;

    protected Product Product { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenDatabase()
    {
        _database = await TestDatabase.Copy();
        Sql = await Owner();
        World = new World(Sql);
        await World.Territories();
    }

    [OneTimeTearDown]
    public async Task StopProduct()
    {
        if (Product is not null) await Product.DisposeAsync();
        NpgsqlConnection.ClearPool(Sql);
        await Sql.DisposeAsync();
        await TestDatabase.Drop(_database);
    }

    /// <summary>Another connection of the owner's.</summary>
    protected async Task<NpgsqlConnection> Owner()
    {
        var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        return connection;
    }

    protected async Task StartProduct(params (string Name, string Value)[] settings) => Product = await Product.Start(_database, settings);

    /// <summary>A client of a system with this role at this organization.</summary>
    protected async Task<HttpClient> As(Role role, Guid organization) => await (await SystemClient.Register(Sql, role, organization)).Connect(Product.Address);
}
