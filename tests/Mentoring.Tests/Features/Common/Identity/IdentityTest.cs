using System.Text.Json.Nodes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>A fixture in which accounts have passwords.</summary>
public abstract class IdentityTest : ApiTest
{
    protected const string Password = World.Password;

    protected OpenIdClient Browser() => new(Anonymous());

    /// <summary>A client with the access token among these.</summary>
    protected HttpClient Bearer(JsonNode tokens) => WithToken((string)tokens["access_token"]!);

    /// <returns>The e-mail with which the account signs in.</returns>
    protected Task<string> WithPassword(Guid account) => World.WithPassword(account);
}
