using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>Systems that may call the demo's API with client credentials; their secret is the demo password.</summary>
static class DemoSystems
{
    /// <summary>A school's own system; those of the other regions carry the suffix of their accounts.</summary>
    public const string School = "school-demo";

    public const string FederalOperator = "federal-operator";

    public static async Task Register(IServiceProvider services, CancellationToken ct)
    {
        if (await AreKnown(services.GetRequiredService<Database>().OwnerConnectionString)) return;
        await using var scope = services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<Clients>();
        foreach (var suffix in DemoCountry.Suffixes)
            await clients.RegisterSystem($"{School}{suffix}", $"Кадровая система школы{suffix}", DemoPeople.Password, null, ct);
        await clients.RegisterSystem(FederalOperator, "Система федерального оператора", DemoPeople.Password, null, ct);
    }

    /// <summary>At every start but the first: asked directly, since the identity server's model takes a second to be made.</summary>
    static async Task<bool> AreKnown(string ownerConnectionString)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        string[] ids = [FederalOperator, .. DemoCountry.Suffixes.Select(suffix => School + suffix)];
        return await connection.ExecuteScalarAsync<int>(
            "select count(*) from identity.oidc_application where client_id = any(@ids)", new { ids }) == ids.Length;
    }
}
