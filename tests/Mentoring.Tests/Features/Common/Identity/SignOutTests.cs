using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>What is open in a browser ends on the server, for whoever holds a copy of it too.</summary>
[Covers(nameof(SignOut))]
public sealed class SignOutTests : IdentityTest
{
    [TestCase("our own way")]
    [TestCase("at the provider")]
    public async Task Cookie_code_refresh_token_and_access_token_are_over(string way)
    {
        var browser = Browser();
        var email = await WithPassword(await World.Account());
        using var signedIn = await browser.SignIn(email, Password);
        var stolen = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var tokens = await browser.Exchange(await browser.Code()).Ok();
        var unused = await browser.Code();
        await Bearer(tokens).GetAsync("/api/v1/me").Ok();

        if (way == "our own way") await browser.Http.DeleteAsync("/api/v1/session").Gives(204);
        else await browser.Authorize(Logout((string)tokens["id_token"]!));

        await Bearer(tokens).GetAsync("/api/v1/me").IsProblem(401, "session.ended");
        await browser.Refresh((string)tokens["refresh_token"]!).Gives(400);
        await browser.Exchange(unused).Gives(400);
        Assert.That((await browser.Authorize(browser.AuthorizePath())).AbsolutePath, Is.EqualTo("/signin"));
        var thief = Browser();
        thief.Http.DefaultRequestHeaders.Add("Cookie", stolen);
        Assert.That((await thief.Authorize(thief.AuthorizePath())).AbsolutePath, Is.EqualTo("/signin"));
    }

    [Test]
    public async Task The_hint_ends_its_session_also_when_the_cookie_is_gone_and_leaves_the_others()
    {
        var email = await WithPassword(await World.Account());
        var (mine, other) = (await Browser().Tokens(email, Password), await Browser().Tokens(email, Password));
        await Browser().Authorize(Logout((string)mine["id_token"]!));
        await Bearer(mine).GetAsync("/api/v1/me").IsProblem(401, "session.ended");
        await Bearer(other).GetAsync("/api/v1/me").Ok();
        await Browser().Refresh((string)other["refresh_token"]!).Ok();
    }

    [TestCase("update identity.session set ended_at = now()")]
    [TestCase("update identity.oidc_token set status = 'revoked'; update identity.oidc_authorization set status = 'revoked'")]
    [TestCase("delete from identity.oidc_token")]
    public async Task What_is_over_already_is_signed_out_of_as_if_it_were_not(string over)
    {
        var browser = Browser();
        var tokens = await browser.Tokens(await WithPassword(await World.Account()), Password);
        await Sql.ExecuteAsync(over);
        Assert.That((await browser.Authorize(Logout((string)tokens["id_token"]!))).AbsoluteUri, Is.EqualTo("http://localhost/"));
    }

    [Test]
    public async Task Another_site_cannot_sign_a_browser_out()
    {
        var browser = Browser();
        var tokens = await browser.Tokens(await WithPassword(await World.Account()), Password);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        request.Headers.Add("Origin", "https://elsewhere.example");
        await browser.Http.SendAsync(request).IsProblem(403, "session.other-origin");
        await Bearer(tokens).GetAsync("/api/v1/me").Ok();
    }

    static string Logout(string hint) => QueryHelpers.AddQueryString("/connect/logout", new Dictionary<string, string?>
    {
        ["id_token_hint"] = hint, ["post_logout_redirect_uri"] = "http://localhost/",
    });
}
