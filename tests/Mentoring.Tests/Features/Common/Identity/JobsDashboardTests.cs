using System.Net;
using System.Text.RegularExpressions;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>The dashboard of jobs in an operator's browser, and what other sites can make that browser do.</summary>
public sealed partial class JobsDashboardTests : IdentityTest
{
    /// <summary>Names no job: it does nothing, whoever sends it.</summary>
    static FormUrlEncodedContent NoJob => new(new Dictionary<string, string> { ["jobs[]"] = "none" });

    HttpClient _operator = null!;

    [OneTimeSetUp]
    public async Task OperatorSignsIn()
    {
        var browser = Browser();
        await browser.SignIn(await WithPassword(await World.Account(Role.SystemAdministrator, "RU")), Password).Gives(204);
        _operator = browser.Http;
    }

    [TestCase("/hangfire/recurring/trigger")]
    [TestCase("/hangfire/jobs/failed/requeue")]
    [TestCase("/hangfire/stats")]
    public async Task What_another_site_posts_with_the_operators_session_is_refused(string path)
    {
        await Page();
        using var forged = new HttpRequestMessage(HttpMethod.Post, path) { Content = NoJob, Headers = { { "Origin", "https://elsewhere.example" } } };
        await _operator.SendAsync(forged).Gives(403);
        await _operator.PostAsync(path, NoJob).Gives(403);
    }

    [Test]
    public async Task What_the_dashboard_itself_posts_is_taken()
    {
        var page = await Page();
        using var own = new HttpRequestMessage(HttpMethod.Post, "/hangfire/recurring/trigger") { Content = NoJob };
        own.Headers.Add(Meta("csrf-header", page), Meta("csrf-token", page));
        using var answer = await _operator.SendAsync(own);
        Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.NoContent));
    }

    [TestCase("/hangfire")]
    [TestCase("/hangfire/recurring")]
    [TestCase("/swagger/index.html")]
    public async Task It_stands_in_nobodys_frame(string path)
    {
        using var page = await _operator.GetAsync(path);
        Assert.Multiple(() =>
        {
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.Headers.GetValues("X-Frame-Options").Single(), Is.EqualTo("DENY"));
            Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("frame-ancestors 'none'"));
        });
    }

    async Task<string> Page()
    {
        using var page = await _operator.GetAsync("/hangfire/recurring");
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await page.Content.ReadAsStringAsync();
    }

    static string Meta(string name, string page) => WebUtility.HtmlDecode(Metas().Matches(page).Single(meta => meta.Groups[1].Value == name).Groups[2].Value);

    [GeneratedRegex("""<meta name="([^"]+)" content="([^"]+)">""")]
    private static partial Regex Metas();
}
