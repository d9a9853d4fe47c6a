using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Mentoring.Tests.Features.Common.Identity;

public sealed class FixedIssuerTests : IdentityTest
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Identity:Issuer", "https://mentoring.example");
    }

    [Test]
    public async Task A_configured_issuer_stands_in_tokens_whatever_the_address()
    {
        var token = (string)(await Browser().Tokens(await WithPassword(await World.Account()), Password))["access_token"]!;
        Assert.That(new JsonWebToken(token).Issuer, Is.EqualTo("https://mentoring.example/"));
        await WithToken(token).GetAsync("/api/v1/me").Ok();
        await WithToken(TestTokens.For((await World.Account()).ToString(), t => t.Issuer = "https://another.example/")).GetAsync("/api/v1/me")
            .IsProblem(401, "token.missing");
    }
}
