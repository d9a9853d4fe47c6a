using System.IO.Compression;
using System.Net;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Mentoring.Tests.Hosting;

public sealed class WebClientTests : ApiTest
{
    const string Asset = "/assets/index-4f2a.js";
    static readonly string Script = $"export const text = '{new string('a', 4000)}';";

    readonly string _dist = Directory.CreateTempSubdirectory("mentoring-dist-").FullName;

    protected override void Configure(IWebHostBuilder host)
    {
        Directory.CreateDirectory(Path.Combine(_dist, "assets"));
        File.WriteAllText(Path.Combine(_dist, "index.html"), "<!doctype html><div id=root></div>");
        File.WriteAllText(Path.Combine(_dist, "assets", "index-4f2a.js"), Script);
        Compress("br", file => new BrotliStream(file, CompressionLevel.Optimal));
        Compress("gz", file => new GZipStream(file, CompressionLevel.Optimal));
        File.WriteAllText(Path.Combine(_dist, "assets", "plain-77c1.js"), "export {}");
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
        var answer = await Navigate(Asset, accept: "*/*");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/javascript"));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
    }

    [TestCase("br, gzip", "br")]
    [TestCase("gzip, deflate", "gzip")]
    [TestCase("br;q=0, gzip;q=0.5", "gzip")]
    [TestCase("deflate", null)]
    [TestCase("", null)]
    public async Task A_file_travels_as_the_build_compressed_it(string accepted, string? coding)
    {
        using var answer = await Ask(HttpMethod.Get, Asset, accepted);

        Assert.That(answer.Content.Headers.ContentEncoding.SingleOrDefault(), Is.EqualTo(coding));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/javascript"));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
        Assert.That(answer.Headers.Vary, Is.EqualTo(new[] { "Accept-Encoding" }), "a cache between must keep them apart");
        Assert.That(await Text(answer), Is.EqualTo(Script));
    }

    [Test]
    public async Task A_file_that_the_build_left_alone_travels_as_it_is()
    {
        using var answer = await Ask(HttpMethod.Get, "/assets/plain-77c1.js", "br, gzip");
        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
        Assert.That(await Text(answer), Is.EqualTo("export {}"));
    }

    [Test]
    public async Task Each_coding_has_a_tag_of_its_own_and_a_known_one_is_not_sent_again()
    {
        var tags = new HashSet<string>();
        foreach (var coding in (string[])["br", "gzip", "identity"])
        {
            using var first = await Ask(HttpMethod.Get, Asset, coding);
            Assert.That(tags.Add(first.Headers.ETag!.ToString()), Is.True, coding);
            using var again = await Ask(HttpMethod.Get, Asset, coding, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
            Assert.That((again.StatusCode, await again.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.NotModified, "")));
            Assert.That(again.Headers.Vary, Is.EqualTo(new[] { "Accept-Encoding" }));
        }
    }

    [Test]
    public async Task A_question_for_the_headers_tells_what_would_come()
    {
        using var whole = await Ask(HttpMethod.Get, Asset, "br");
        using var answer = await Ask(HttpMethod.Head, Asset, "br");
        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(whole.Content.Headers.ContentLength).And.LessThan(Script.Length));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task A_part_is_a_part_of_the_file_itself()
    {
        using var answer = await Ask(HttpMethod.Get, Asset, "br, gzip", request => request.Headers.Range = new(0, 5));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(Script[..6]));
    }

    [Test]
    public async Task The_page_is_compressed_too_and_still_asked_for_again()
    {
        using var answer = await Ask(HttpMethod.Get, "/school/17/people", "br", request => request.Headers.TryAddWithoutValidation("Accept", "text/html"));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
        Assert.That(answer.Headers.CacheControl!.NoCache, Is.True);
        Assert.That(await Text(answer), Does.Contain("id=root"));
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

    void Compress(string suffix, Func<Stream, Stream> compress)
    {
        foreach (var path in (string[])["index.html", Path.Combine("assets", "index-4f2a.js")])
        {
            using var output = compress(File.Create(Path.Combine(_dist, $"{path}.{suffix}")));
            output.Write(File.ReadAllBytes(Path.Combine(_dist, path)));
        }
    }

    async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string accepted, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        with?.Invoke(request);
        return await Anonymous().SendAsync(request);
    }

    static async Task<string> Text(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        });
        return await reader.ReadToEndAsync();
    }

    async Task<HttpResponseMessage> Navigate(string path, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Anonymous().SendAsync(request);
    }
}
