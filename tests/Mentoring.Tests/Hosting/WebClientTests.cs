using System.Net;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Mentoring.Tests.Hosting;

public sealed class WebClientTests : ApiTest
{
    readonly string _dist = Directory.CreateTempSubdirectory("mentoring-dist-").FullName;

    protected override void Configure(IWebHostBuilder host)
    {
        Directory.CreateDirectory(Path.Combine(_dist, "assets"));
        File.WriteAllText(Path.Combine(_dist, "index.html"), "<!doctype html><div id=root></div>");
        File.WriteAllText(Path.Combine(_dist, "assets", "index-4f2a.js"), "export {}");
        host.UseSetting("WebClient:Folder", _dist);
    }

    [OneTimeTearDown]
    public void RemoveFiles() => Directory.Delete(_dist, recursive: true);

    [TestCase("/")]
    [TestCase("/school/17/people")]
    [TestCase("/school/17/people/file.with.dots")]
    public async Task A_navigation_answers_the_page_which_is_asked_for_again_each_time(string path)
    {
        var answer = await Navigate(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("id=root"));
        Assert.That(answer.Headers.CacheControl!.NoCache, Is.True);
    }

    [Test]
    public async Task A_page_runs_no_foreign_script_and_stands_in_no_frame()
    {
        var headers = (await Navigate("/")).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.Contain("script-src 'self';").And.Contain("connect-src 'self'").And.Contain("frame-ancestors 'none'"));
        Assert.That(headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "same-origin" }));
    }

    [Test]
    public async Task A_file_whose_name_is_its_hash_is_kept_for_ever()
    {
        var answer = await Navigate("/assets/index-4f2a.js", accept: "*/*");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/javascript"));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
    }

    [TestCase("/api/v1/nothing")]
    [TestCase("/connect/nothing")]
    [TestCase("/ims/nothing")]
    [TestCase("/assets/index-gone.js")]
    [TestCase("/nothing", "application/json")]
    public async Task What_is_not_a_page_of_the_web_client_never_answers_one(string path, string accept = "text/html")
    {
        var answer = await Navigate(path, accept);

        Assert.That((int)answer.StatusCode, Is.InRange(400, 499));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("id=root"));
    }

    [Test]
    public async Task An_endpoint_comes_before_the_web_client() =>
        Assert.That(await (await Navigate("/health/live")).Content.ReadAsStringAsync(), Is.EqualTo("Healthy"));

    async Task<HttpResponseMessage> Navigate(string path, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Anonymous().SendAsync(request);
    }
}
