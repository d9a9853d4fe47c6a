using System.Xml.Linq;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Hosting;
using Mentoring.Tests.Features.Common.Identity;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Mentoring.Tests.Hosting;

/// <summary>Where the public address is known, nothing that a request says about itself steers a link, a redirect, a cookie or a token.</summary>
public sealed class PublicAddressTests : SiteTest
{
    const string Known = "https://mentoring.example";

    protected override void Configure(IWebHostBuilder host)
    {
        host.UseSetting("PublicAddress", Known);
        host.UseSetting("RateLimit:SecretsPerMinute", "100000");
    }

    /// <summary>A browser behind the TLS of another machine, whose requests say that they are for elsewhere.</summary>
    HttpClient Misled()
    {
        var client = Anonymous();
        // To the cookie container it is the address that people open.
        client.BaseAddress = new Uri(Known);
        client.DefaultRequestHeaders.Host = "elsewhere.example";
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "elsewhere.example");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");
        return client;
    }

    [Test]
    public async Task Signing_in_stays_at_the_known_address_with_a_cookie_for_tls_alone()
    {
        var email = await World.WithPassword(await World.Account());
        var browser = new OpenIdClient(Misled());
        Assert.That((await browser.Authorize(browser.AuthorizePath())).GetLeftPart(UriPartial.Path), Is.EqualTo($"{Known}/signin"));
        using var signedIn = await browser.SignIn(email, World.Password);
        Assert.That(signedIn.Headers.GetValues("Set-Cookie").Single(), Does.Contain("secure").IgnoreCase);

        await browser.Http.GetAsync(browser.AuthorizePath("http://elsewhere.example/callback")).Gives(400);
        await browser.Http.GetAsync(browser.AuthorizePath("https://elsewhere.example/callback")).Gives(400);
        var tokens = await browser.Exchange(await browser.Code()).Ok();
        Assert.That(new JsonWebToken((string)tokens["access_token"]!).Issuer, Is.EqualTo($"{Known}/"));
        await WithToken((string)tokens["access_token"]!).GetAsync("/api/v1/me").Ok();

        var elsewhere = Uri.EscapeDataString("https://elsewhere.example/");
        using var logout = await browser.Http.GetAsync($"/connect/logout?post_logout_redirect_uri={elsewhere}&id_token_hint={tokens["id_token"]}");
        Assert.That(logout.Headers.Location?.ToString() ?? "", Does.Not.Contain("elsewhere"));
    }

    [Test]
    public async Task The_provider_names_the_known_address()
    {
        var configuration = await Misled().GetAsync("/.well-known/openid-configuration").Ok();
        Assert.That(configuration.ToJsonString(), Does.Not.Contain("elsewhere.example"));
        Assert.That(((string?)configuration["issuer"], (string?)configuration["token_endpoint"]), Is.EqualTo(($"{Known}/", $"{Known}/connect/token")));
    }

    [Test]
    public async Task Our_own_pages_are_those_of_the_known_address()
    {
        var email = await World.WithPassword(await World.Account());
        foreach (var (origin, status) in new[] { ("http://elsewhere.example", 403), ("https://elsewhere.example", 403), (Known, 204) })
        {
            var browser = new OpenIdClient(Misled());
            browser.Http.DefaultRequestHeaders.Add("Origin", origin);
            await browser.SignIn(email, World.Password).Gives(status);
        }
    }

    [Test]
    public async Task Feeds_and_mails_link_to_the_known_address()
    {
        await Published();
        var links = XDocument.Parse(await Misled().GetStringAsync($"{Page}/feed.atom")).Descendants().Attributes("href").Select(href => href.Value).ToList();
        Assert.That(links, Is.Not.Empty.And.All.StartsWith($"{Known}/site/"));
        Assert.That(Services.GetRequiredService<Mailer>().Address, Is.EqualTo(Known));
    }

    [TestCase("mentoring.example")]
    [TestCase("ftp://mentoring.example")]
    [TestCase("https://mentoring.example/below")]
    [TestCase("https://user@mentoring.example")]
    public void An_address_that_is_none_is_refused_at_the_start(string text)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("PublicAddress", text)]).Build();
        Assert.That(() => new PublicAddress(configuration), Throws.TypeOf<HostingProblem>());
    }
}

/// <summary>Where it is not known, an answer that others may keep names no host.</summary>
public sealed class UnknownAddressTests : SiteTest
{
    [Test]
    public async Task What_may_be_kept_names_no_host_and_a_proxy_s_word_is_not_taken()
    {
        await Published();
        var misled = Anonymous();
        misled.DefaultRequestHeaders.Host = "elsewhere.example";
        misled.DefaultRequestHeaders.Add("X-Forwarded-Host", "elsewhere.example");
        foreach (var path in new[] { $"{Page}/feed.atom", Page, "/openapi/v1.json" })
            Assert.That(await misled.GetStringAsync(path), Does.Not.Contain("elsewhere.example"), path);

        var proxied = Anonymous();
        proxied.DefaultRequestHeaders.Add("X-Forwarded-Host", "elsewhere.example");
        Assert.That((await proxied.GetAsync("/.well-known/openid-configuration").Ok()).ToJsonString(), Does.Not.Contain("elsewhere.example"));
        using var redirect = await misled.GetAsync("/connect/authorize?client_id=mentoring-spa");
        Assert.That(redirect.Headers.Location?.ToString() ?? "", Does.Not.Contain("elsewhere.example"));
    }

    /// <summary>What the API believes of a proxy, our own proxy says itself: nothing of it comes from the client.</summary>
    [Test]
    public void Our_nginx_forwards_what_it_knows_itself()
    {
        var set = File.ReadLines(Repository.At("web-client", "nginx.conf")).Select(line => line.Trim().TrimEnd(';').Split(' ', 3))
            .Where(words => words[0] == "proxy_set_header").ToDictionary(words => words[1], words => words[2]);
        Assert.Multiple(() =>
        {
            Assert.That(set["X-Forwarded-For"], Is.EqualTo("$remote_addr"));
            Assert.That(set["X-Forwarded-Proto"], Is.EqualTo("$scheme"));
            foreach (var unknown in new[] { "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded" }) Assert.That(set[unknown], Is.EqualTo("\"\""), unknown);
        });
    }
}
