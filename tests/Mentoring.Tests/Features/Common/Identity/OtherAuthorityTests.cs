using System.Net;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>Another organization's OpenID provider in the place of the embedded one, found by its address alone.</summary>
public sealed class OtherAuthorityTests : ApiTest
{
    readonly WireMockServer _authority = WireMockServer.Start();

    [OneTimeTearDown]
    public void StopAuthority() => _authority.Dispose();

    protected override void Configure(IWebHostBuilder host)
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(TestTokens.Key);
        Answers("/.well-known/openid-configuration", new { issuer = TestTokens.Issuer, jwks_uri = $"{_authority.Url}/keys" });
        Answers("/keys", new { keys = new[] { new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = key.Kid, use = "sig" } } });
        host.UseSetting("Identity:Authority", _authority.Url);
    }

    /// <summary>Nothing but what the setting brings.</summary>
    protected override void Trust(IServiceCollection services)
    {
    }

    [Test]
    public async Task Its_tokens_open_the_api_to_the_accounts_they_name()
    {
        using var curator = await As(Role.Curator, await World.School());
        var me = await curator.GetAsync("/api/v1/me").Ok();
        Assert.That((string?)me["assignments"]![0]!["role"], Is.EqualTo(nameof(Role.Curator)));
    }

    [Test]
    public async Task A_token_of_a_third_party_does_not()
    {
        using var stranger = WithToken(TestTokens.For(Guid.NewGuid().ToString(), token => token.Issuer = "https://third.test/"));
        Assert.That((await stranger.GetAsync("/api/v1/me")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_for_another_service_does_not()
    {
        using var stranger = WithToken(TestTokens.For(Guid.NewGuid().ToString(), token => token.Audience = "another"));
        Assert.That((await stranger.GetAsync("/api/v1/me")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    void Answers(string path, object body) =>
        _authority.Given(Request.Create().WithPath(path).UsingGet()).RespondWith(Response.Create().WithBodyAsJson(body));
}
