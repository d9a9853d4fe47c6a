using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>The OpenID provider over HTTP, as browsers and systems meet it.</summary>
public sealed class ConnectTests : IdentityTest
{
    [Test]
    public async Task A_person_signs_in_gets_a_code_trades_it_for_a_token_and_is_known_by_it()
    {
        var account = await World.Account(Role.Curator, await World.School());
        var email = await WithPassword(account);
        var browser = Browser();

        var page = await browser.Authorize(browser.AuthorizePath());
        Assert.That(page.AbsolutePath, Is.EqualTo("/signin"));
        var returnUrl = QueryHelpers.ParseQuery(page.Query)["returnUrl"].ToString();
        Assert.That(returnUrl, Does.StartWith("/connect/authorize?"));

        await browser.SignIn(email, Password).Gives(204);
        var back = await browser.Authorize(returnUrl);
        Assert.That(back.GetLeftPart(UriPartial.Path), Is.EqualTo("http://localhost/callback"));
        var tokens = await browser.Exchange(QueryHelpers.ParseQuery(back.Query)["code"].ToString()).Ok();

        var me = await Bearer(tokens).GetAsync("/api/v1/me").Ok();
        Assert.That((string?)me["accountId"], Is.EqualTo(account.ToString()));
        var token = new JsonWebToken((string)tokens["access_token"]!);
        Assert.That((token.Typ, token.Alg, token.Audiences.Single()), Is.EqualTo(("at+jwt", "ES256", "mentoring")));
        Assert.That(token.Claims.Select(c => c.Type), Has.No.Member("stamp").And.No.Member("name").And.No.Member("email"));
        Assert.That(new JsonWebToken((string)tokens["id_token"]!).GetClaim("name").Value, Is.EqualTo("Test account"));
    }

    [Test]
    public async Task A_code_goes_to_our_own_page_alone_and_only_with_a_hashed_verifier()
    {
        var browser = Browser();
        await browser.SignIn(await WithPassword(await World.Account()), Password).Gives(204);
        await browser.Http.GetAsync(browser.AuthorizePath("https://elsewhere.example/callback")).Gives(400);
        await browser.Http.GetAsync(browser.AuthorizePath("http://localhost/other")).Gives(400);
        await browser.Http.GetAsync(browser.AuthorizePath(method: "plain")).Gives(400);

        var refused = await browser.Exchange(await browser.Code(), "another-verifier-of-at-least-43-characters-000").Gives(400);
        Assert.That((string?)refused["error"], Is.EqualTo("invalid_grant"));
    }

    [Test]
    public async Task The_address_that_the_user_opened_is_the_issuer_and_a_proxy_tells_of_tls_alone()
    {
        var http = Anonymous();
        http.DefaultRequestHeaders.Host = "mentoring.example:8443";
        var configuration = await http.GetAsync("/.well-known/openid-configuration").Ok();
        Assert.That((string?)configuration["issuer"], Is.EqualTo("http://mentoring.example:8443/"));
        Assert.That(configuration["code_challenge_methods_supported"]!.AsArray().Select(m => (string?)m), Is.EqualTo(new[] { "S256" }));

        var proxied = Anonymous();
        proxied.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        proxied.DefaultRequestHeaders.Add("X-Forwarded-Host", "mentoring.example");
        configuration = await proxied.GetAsync("/.well-known/openid-configuration").Ok();
        Assert.That((string?)configuration["token_endpoint"], Is.EqualTo("https://localhost/connect/token"));

        var browser = Browser();
        browser.Http.DefaultRequestHeaders.Host = "mentoring.example:8443";
        await browser.SignIn(await WithPassword(await World.Account()), Password).Gives(204);
        Assert.That((await browser.Authorize(browser.AuthorizePath("http://mentoring.example:8443/callback"))).Host, Is.EqualTo("mentoring.example"));
    }

    [Test]
    public async Task A_refresh_token_works_once_and_its_replay_ends_the_whole_chain()
    {
        var browser = Browser();
        var account = await World.Account();
        var first = (string)(await browser.Tokens(await WithPassword(account), Password))["refresh_token"]!;
        var renewed = await browser.Refresh(first).Ok();
        await Bearer(renewed).GetAsync("/api/v1/me").Ok();

        var replay = await browser.Refresh(first).Gives(400);
        Assert.That((string?)replay["error"], Is.EqualTo("invalid_grant"));
        await browser.Refresh((string)renewed["refresh_token"]!).Gives(400);
        // A successor that was not yet written when the replay came hangs on the authorization alone.
        const string states = "select status from identity.oidc_authorization where subject = @account::text";
        Assert.That(await Sql.QueryAsync<string>(states, new { account }), Is.EqualTo(new[] { "revoked" }));
    }

    [Test]
    public async Task Tokens_that_are_over_for_a_day_are_forgotten()
    {
        var browser = Browser();
        var tokens = await browser.Tokens(await WithPassword(await World.Account()), Password);
        await Sql.ExecuteAsync("""
            update identity.oidc_token set creation_date = now() - interval '2 days', expiration_date = now() - interval '1 day'
                where type = 'authorization_code'
            """);
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PruneTokens>().Run(CancellationToken.None);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from identity.oidc_token where creation_date < now() - interval '1 day'"), Is.Zero);
        await browser.Refresh((string)tokens["refresh_token"]!).Ok();
    }

    [Test]
    public async Task A_changed_password_ends_what_was_opened_with_the_old_one()
    {
        var account = await World.Account();
        var email = await WithPassword(account);
        var browser = Browser();
        var tokens = await browser.Tokens(email, Password);
        await Bearer(tokens).Put("/api/v1/me/password", new { current = Password, password = "another horse battery" }).Gives(204);

        await browser.Refresh((string)tokens["refresh_token"]!).Gives(400);
        Assert.That((await browser.Authorize(browser.AuthorizePath())).AbsolutePath, Is.EqualTo("/signin"));
        await browser.SignIn(email, Password).IsProblem(400, "session.wrong-credentials");
        await browser.SignIn(email, "another horse battery").Gives(204);
    }

    [Test]
    public async Task A_system_gets_a_token_with_its_secret_and_reads_as_itself()
    {
        var school = await World.School();
        var admin = await As(Role.SystemAdministrator, "RU");
        var client = await admin.Post("/api/v1/clients", new { name = "Школьный журнал", organizationId = school }).Gives(201);
        var (id, secret) = ((string)client["clientId"]!, (string)client["secret"]!);

        var tokens = await Secret(id, secret).Ok();
        var me = await Bearer(tokens).GetAsync("/api/v1/me").Ok();
        Assert.That((string?)me["accountId"], Is.EqualTo(id));
        Assert.That((string?)me["assignments"]![0]!["role"], Is.EqualTo("IntegratingSystem"));

        Assert.That((string?)(await Secret(id, "wrong").Gives(401))["error"], Is.EqualTo("invalid_client"));
        await admin.DeleteAsync($"/api/v1/clients/{id}").Gives(204);
        await Secret(id, secret).Gives(401);
    }

    [Test]
    public async Task A_system_signs_with_its_own_key_instead_of_sending_a_secret()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new ECDsaSecurityKey(pair) { KeyId = "k1" };
        var point = pair.ExportParameters(false).Q;
        var publicKeys = new
        {
            keys = new[] { new { kty = "EC", crv = "P-256", kid = "k1", alg = "ES256", use = "sig", x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y) } }
        };
        var admin = await As(Role.SystemAdministrator, "RU");
        var client = await admin.Post("/api/v1/clients", new { name = "Регион", regionCode = World.Region, publicKeys }).Gives(201);
        var id = (string)client["clientId"]!;
        Assert.That(client["secret"], Is.Null);

        await Bearer(await Assertion(id, key).Ok()).GetAsync("/api/v1/me").Ok();

        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Assertion(id, new ECDsaSecurityKey(other) { KeyId = "k1" }).Gives(401);
    }

    [Test]
    public async Task Tokens_that_are_not_ours_are_refused_as_problems()
    {
        var account = await World.Account();
        var genuine = (string)(await Browser().Tokens(await WithPassword(account), Password))["access_token"]!;
        var parts = genuine.Split('.');
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = account.ToString();
        var attacks = new Dictionary<string, string>
        {
            ["forged"] = TestTokens.For(subject, t => t.SigningCredentials = new(new ECDsaSecurityKey(foreign), SecurityAlgorithms.EcdsaSha256)),
            ["with the genuine key id"] = TestTokens.For(subject, t => t.SigningCredentials =
                new(new ECDsaSecurityKey(foreign) { KeyId = new JsonWebToken(genuine).Kid }, SecurityAlgorithms.EcdsaSha256)),
            ["changed"] = $"{parts[0]}.{Base64UrlEncoder.Encode(
                Base64UrlEncoder.Decode(parts[1]).Replace(subject, Guid.CreateVersion7().ToString()))}.{parts[2]}",
            ["without algorithm"] = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.",
            ["expired"] = TestTokens.For(subject, t =>
                (t.NotBefore, t.IssuedAt, t.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1))),
            ["for others"] = TestTokens.For(subject, t => t.Audience = "another-api"),
            ["of another type"] = TestTokens.For(subject, t => t.TokenType = "JWT"),
            ["an identity token"] = (string)(await Browser().Tokens(await WithPassword(account), Password))["id_token"]!,
        };
        await WithToken(genuine).GetAsync("/api/v1/me").Ok();
        await WithToken(TestTokens.For(subject)).GetAsync("/api/v1/me").Ok();
        foreach (var (attack, token) in attacks)
        {
            using var answer = await WithToken(token).GetAsync("/api/v1/me");
            Assert.That((int)answer.StatusCode, Is.EqualTo(401), attack);
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), attack);
        }
    }

    [Test]
    public async Task Signing_out_at_the_provider_ends_the_session_and_returns_to_our_page()
    {
        var browser = Browser();
        var tokens = await browser.Tokens(await WithPassword(await World.Account()), Password);
        var back = await browser.Authorize(QueryHelpers.AddQueryString("/connect/logout", new Dictionary<string, string?>
        {
            ["id_token_hint"] = (string?)tokens["id_token"], ["post_logout_redirect_uri"] = "http://localhost/",
        }));
        Assert.That(back.AbsoluteUri, Is.EqualTo("http://localhost/"));
        Assert.That((await browser.Authorize(browser.AuthorizePath())).AbsolutePath, Is.EqualTo("/signin"));
    }

    [Test]
    public async Task Keys_are_kept_in_the_database_and_no_secret_of_them_in_clear()
    {
        await Anonymous().GetAsync("/.well-known/jwks").Ok();
        var kept = (await Sql.QueryAsync<(string Purpose, string Secret)>("select purpose, secret from identity.server_key")).ToList();
        Assert.That(kept.Select(k => k.Purpose), Is.EquivalentTo(new[] { "Signing", "Encryption" }));
        Assert.That(() => ECDsa.Create().ImportPkcs8PrivateKey(Convert.FromBase64String(kept.Single(k => k.Purpose == "Signing").Secret), out _),
            Throws.InstanceOf<CryptographicException>());
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from identity.data_protection_key"), Is.GreaterThan(0));
    }

    Task<HttpResponseMessage> Secret(string id, string secret)
    {
        var http = Anonymous();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic",
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{id}:{secret}")));
        return new OpenIdClient(http).Token(new() { ["grant_type"] = "client_credentials", ["scope"] = "mentoring" });
    }

    Task<HttpResponseMessage> Assertion(string id, SecurityKey key) => new OpenIdClient(Anonymous()).Token(new()
    {
        ["grant_type"] = "client_credentials",
        ["scope"] = "mentoring",
        ["client_id"] = id,
        ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ["client_assertion"] = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = id, Audience = "http://localhost/", TokenType = "client-authentication+jwt",
            Subject = new ClaimsIdentity([new("sub", id), new("jti", Guid.CreateVersion7().ToString())]),
            SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
        }),
    });
}
