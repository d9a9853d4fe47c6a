using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Identity;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Mentoring.Tests.Features.Identity;

/// <summary>A fixture in which accounts have passwords.</summary>
public abstract class IdentityTest : ApiTest
{
    protected const string Password = "correct horse battery";
    static readonly string Hash = Accounts.Hash(Password);

    protected override void Configure(IWebHostBuilder host) => host.UseSetting("RateLimit:SecretsPerMinute", "100000");

    protected OpenIdClient Browser() => new(Anonymous());

    /// <summary>A client with the access token among these.</summary>
    protected HttpClient Bearer(JsonNode tokens) => WithToken((string)tokens["access_token"]!);

    /// <returns>The e-mail with which the account signs in.</returns>
    protected async Task<string> WithPassword(Guid account)
    {
        await Sql.ExecuteAsync("update identity.account set password_hash = @Hash where id = @account", new { Hash, account });
        return $"{account:n}@test.example";
    }
}
