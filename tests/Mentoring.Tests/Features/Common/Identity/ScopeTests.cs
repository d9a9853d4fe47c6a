using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>A token opens what it was asked for, whoever holds it.</summary>
public sealed class ScopeTests : IdentityTest
{
    static Dictionary<string, string> Form(string refreshToken, string scope) =>
        new() { ["grant_type"] = "refresh_token", ["client_id"] = "mentoring-spa", ["refresh_token"] = refreshToken, ["scope"] = scope };

    static string ScopesOf(JsonNode tokens) => new JsonWebToken((string)tokens["access_token"]!).GetClaim("scope").Value;

    [Test]
    public async Task A_token_that_only_tells_who_somebody_is_does_not_open_the_api()
    {
        var browser = Browser();
        await browser.SignIn(await WithPassword(await World.Account(Role.Curator, await World.School())), Password).Gives(204);
        var back = await browser.Authorize(browser.AuthorizePath(scope: "openid profile"));
        var tokens = await browser.Exchange(OpenIdClient.CodeOf(back)).Ok();
        await Bearer(tokens).GetAsync("/api/v1/me").IsProblem(403, "token.scope");
        await Bearer(tokens).GetAsync("/api/v1/programs").IsProblem(403, "token.scope");
    }

    [Test]
    public async Task The_same_holds_for_tokens_of_another_authority()
    {
        var account = (await World.Account()).ToString();
        HttpClient With(params (string Type, string Value)[] scopes) => WithToken(TestTokens.For(account, token =>
            token.Subject = new([new("sub", account), .. scopes.Select(scope => new System.Security.Claims.Claim(scope.Type, scope.Value))])));
        await With().GetAsync("/api/v1/me").IsProblem(403, "token.scope");
        await With(("scope", "mentoring-reports openid")).GetAsync("/api/v1/me").IsProblem(403, "token.scope");
        await With(("scope", "openid mentoring")).GetAsync("/api/v1/me").Ok();
        await With(("scp", "openid"), ("scp", "mentoring")).GetAsync("/api/v1/me").Ok();
    }

    [Test]
    public async Task A_renewed_token_has_the_scopes_that_were_asked_for_and_no_others()
    {
        var browser = Browser();
        var first = await browser.Tokens(await WithPassword(await World.Account()), Password);
        var narrow = await browser.Token(Form((string)first["refresh_token"]!, "openid profile")).Ok();
        Assert.That(ScopesOf(narrow).Split(' '), Is.EquivalentTo(new[] { "openid", "profile" }));
        await Bearer(narrow).GetAsync("/api/v1/me").IsProblem(403, "token.scope");

        var refused = await browser.Token(Form((string)narrow["refresh_token"]!, "openid email mentoring")).Gives(400);
        Assert.That((string?)refused["error"], Is.EqualTo("invalid_grant").Or.EqualTo("invalid_scope"));
    }

    [Test]
    public async Task A_system_that_asks_for_no_scope_gets_no_token_and_is_told_which_to_ask_for()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        var client = await admin.Post("/api/v1/clients", new { name = "Журнал", organizationId = await World.School() }).Gives(201);
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "client_credentials", ["client_id"] = (string)client["clientId"]!, ["client_secret"] = (string)client["secret"]!,
        };
        var refused = await Browser().Token(form).Gives(400);
        Assert.That((string?)refused["error"], Is.EqualTo("invalid_scope"));
        Assert.That((string?)refused["error_description"], Does.Contain("scope=mentoring"));

        await Bearer(await Browser().Token(new(form) { ["scope"] = "openid" }).Ok()).GetAsync("/api/v1/me").IsProblem(403, "token.scope");
        await Bearer(await Browser().Token(new(form) { ["scope"] = "mentoring" }).Ok()).GetAsync("/api/v1/me").Ok();
    }
}
