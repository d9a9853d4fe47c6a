using System.IO.Compression;
using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Platform;

public sealed class CompressionTests : ApiTest
{
    const string Dictionary = "/api/v1/dictionaries/subject";
    const string Feed = "/api/v1/me/calendar-feed";

    [TestCase("gzip")]
    [TestCase("br")]
    public async Task A_list_travels_compressed_and_says_the_same(string coding)
    {
        var school = await World.School();
        for (var i = 0; i < 20; i++) await World.Teacher(school, $"Смирнова{i}");
        var curator = await As(Role.Curator, school);
        var path = $"/api/v1/organizations/{school}/people";
        var plain = await curator.GetAsync(path).Ok();

        using var answer = await Ask(curator, HttpMethod.Get, path, coding);

        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(new[] { coding }));
        Assert.That(answer.Headers.Vary, Does.Contain("Accept-Encoding"));
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream text = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        Assert.That(JsonNode.DeepEquals(await JsonNode.ParseAsync(text), plain), Is.True);
    }

    [Test]
    public async Task Who_asks_for_no_coding_gets_none()
    {
        using var answer = await (await As(Role.SystemAdministrator, "RU")).GetAsync(Dictionary);
        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
    }

    [Test]
    public async Task What_is_known_is_not_sent_again_because_it_was_compressed()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        using var first = await Ask(admin, HttpMethod.Get, Dictionary);
        Assert.That(first.Headers.ETag!.IsWeak, Is.True, "the same content in other bytes");
        using var again = await Ask(admin, HttpMethod.Get, Dictionary, tag: first.Headers.ETag.ToString());
        Assert.That((int)again.StatusCode, Is.EqualTo(304));
    }

    [TestCase("POST", Feed)]
    [TestCase("POST", "/api/v1/me/totp")]
    public async Task An_answer_that_hands_out_a_secret_keeps_its_length(string method, string path)
    {
        var person = As(await World.Account(await World.Teacher(await World.School())));
        using var answer = await Ask(person, new HttpMethod(method), path);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);

        using var harmless = await Ask(person, HttpMethod.Get, Feed);
        Assert.That(harmless.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "gzip" }), "the same length would be compressed");
    }

    [TestCase("GET", "/.well-known/openid-configuration")]
    [TestCase("POST", "/connect/token")]
    public async Task The_OpenID_endpoints_are_never_compressed(string method, string path)
    {
        using var answer = await Ask(Anonymous(), new HttpMethod(method), path);
        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("{"));
    }

    static async Task<HttpResponseMessage> Ask(HttpClient client, HttpMethod method, string path, string coding = "gzip", string? tag = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.AcceptEncoding.ParseAdd(coding);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (method == HttpMethod.Post) request.Content = new StringContent("");
        return await client.SendAsync(request);
    }
}
