using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Tests.Integration;

/// <summary>What careless and malicious callers send to the real process: every answer is a problem, and none is a 500.</summary>
public sealed class BadInputTests : ProductTest
{
    const string Programs = "/api/v1/programs";

    Guid _school;
    HttpClient _curator = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _school = await World.School();
        await StartProduct(("Jobs:Enabled", "false"));
        _curator = await As(Role.Curator, _school);
    }

    [OneTimeTearDown]
    public void Disconnect() => _curator.Dispose();

    [TestCase("{")]
    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{\"title\": 'x'}")]
    [TestCase("\"text\"")]
    public Task Malformed_json(string body) => Send(body).IsProblem(400, "request.unreadable");

    [Test]
    public Task Json_nested_without_end() => Send(string.Concat(Enumerable.Repeat("{\"goals\":[", 10_000))).IsProblem(400, "request.unreadable");

    [Test]
    public Task Bytes_that_are_no_text() => Send(new ByteArrayContent([0xFF, 0xFE, 0x00, 0x7B]), "application/json").IsProblem(400, "request.unreadable");

    [Test]
    public async Task Unknown_fields_are_named() =>
        await Need("""{"schoolYear": 2026, "category": "NewInStaff", "salary": 1}""").PointsTo("/salary", "request.unreadable");

    [TestCase("""{"schoolYear": 2026, "category": "NewInStaff", "note": "\u0000"}""", "/note")]
    [TestCase("""{"schoolYear": 2026, "category": "NewInStaff", "note": "\ud800"}""", "/note")]
    [TestCase("""{"schoolYear": "2026", "category": "NewInStaff"}""", "/schoolYear")]
    [TestCase("""{"schoolYear": 2026, "category": 1}""", "/category")]
    [TestCase("""{"schoolYear": 1e99, "category": "NewInStaff"}""", "/schoolYear")]
    public Task Values_that_no_field_takes_are_pointed_to(string body, string pointer) => Need(body).PointsTo(pointer, "request.unreadable");

    [Test]
    public Task A_character_that_the_database_cannot_hold() => _curator.GetAsync($"{Programs}?search=%00").IsProblem(400, "request.unreadable");

    [Test]
    public async Task Another_content_type()
    {
        await Send(new StringContent("{}"), "text/plain").IsProblem(415, "request.media-type");
        await Send(new StringContent("title=x"), "application/x-www-form-urlencoded").IsProblem(415, "request.media-type");
    }

    [Test]
    public async Task Unknown_addresses_and_methods()
    {
        await _curator.GetAsync("/api/v1/nothing").IsProblem(404, "not-found");
        await _curator.GetAsync($"{Programs}/not-a-uuid").IsProblem(404, "not-found");
        await _curator.DeleteAsync(Programs).IsProblem(405, "request.method");
    }

    [Test]
    public async Task A_body_of_fifty_megabytes_is_refused_by_its_header_before_it_is_sent()
    {
        var answer = await Raw("Content-Length: 52428800\r\n", []);
        Assert.That(answer, Does.StartWith("HTTP/1.1 413 ").And.Contain("request.too-large").And.Contain("Connection: close"));
        await _curator.GetAsync(Programs).Ok();
    }

    [Test]
    public async Task A_body_without_a_length_is_refused_where_it_passes_the_limit()
    {
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string(' ', 0x10000)}\r\n");
        var answer = await Raw("Transfer-Encoding: chunked\r\n", [.. Enumerable.Repeat(chunk, 20).SelectMany(bytes => bytes)]);
        Assert.That(answer, Does.StartWith("HTTP/1.1 413 ").And.Contain("request.too-large"));
        await _curator.GetAsync(Programs).Ok();
    }

    [Test]
    public async Task Tokens_that_were_tampered_with()
    {
        var genuine = _curator.DefaultRequestHeaders.Authorization!.Parameter!.Split('.');
        var other = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(genuine[1]).Replace("\"sub\":\"system-", "\"sub\":\"System-", StringComparison.Ordinal));
        foreach (var token in (string[])
        [
            $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{genuine[1]}.",
            $"{genuine[0]}.{other}.{genuine[2]}",
            $"{genuine[0]}.{genuine[1]}.{Base64UrlEncoder.Encode(new byte[64])}",
            TestTokens.For("system", t => t.Expires = DateTime.UtcNow.AddHours(1)),
            "not.a.token", new string('x', 8000),
        ])
        {
            using var http = Product.Client();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            await http.GetAsync(Programs).IsProblem(401, "token.missing");
        }
    }

    [Test]
    public async Task Another_school()
    {
        var other = await World.School();
        var person = await World.Teacher(other);
        await _curator.GetAsync($"/api/v1/organizations/{other}/people").IsProblem(404, "not-found");
        await _curator.GetAsync($"/api/v1/people/{person}").IsProblem(404, "not-found");
        await _curator.Put($"/api/v1/organizations/{other}/people/{person}/need", new { schoolYear = 2026, category = "NewInStaff" })
            .IsProblem(404, "not-found");
    }

    [Test]
    public async Task An_idempotency_key_that_is_too_long()
    {
        var person = await World.Teacher(_school);
        using var request = new HttpRequestMessage(HttpMethod.Put,
            $"/api/v1/organizations/{_school}/people/{person}/need")
        { Content = Json("""{"schoolYear": 2026, "category": "NewInStaff"}""") };
        request.Headers.Add(Idempotency.Header, new string('k', 101));
        await _curator.SendAsync(request).IsProblem(400, "idempotency.key-too-long");
    }

    Task<HttpResponseMessage> Send(string body) => Send(new StringContent(body), "application/json");

    Task<HttpResponseMessage> Send(HttpContent body, string type)
    {
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        return _curator.PostAsync(Programs, body);
    }

    Task<HttpResponseMessage> Need(string body) => _curator.PutAsync($"/api/v1/organizations/{_school}/people/{Guid.NewGuid()}/need", Json(body));

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>Sends a request as it is and reads until the server closes, which it must do at once.</summary>
    Task<string> Raw(string header, byte[] body)
    {
        var head = $"POST {Programs} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {_curator.DefaultRequestHeaders.Authorization}\r\n";
        return Raw([.. Encoding.ASCII.GetBytes($"{head}Content-Type: application/json\r\n{header}\r\n"), .. body]);
    }

    async Task<string> Raw(byte[] request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = new TcpClient();
        await socket.ConnectAsync(Product.Address.Host, Product.Address.Port, patience.Token);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(request, patience.Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(patience.Token);
    }

    /// <summary>What the server refuses before any part of the product sees it.</summary>
    [TestCase("GET /api/v1/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)]
    [TestCase("GET /api/v1/programs\r\nHost: localhost\r\n\r\n", 400)]
    [TestCase("GET /api/v1/programs HTTP/1.1\r\nno header\r\n\r\n", 400)]
    [TestCase("GET /api/v1/programs HTTP/1.1\r\n\r\n", 400)]
    public async Task What_is_no_http_is_refused_with_a_problem_too(string request, int status)
    {
        var answer = await Raw(Encoding.ASCII.GetBytes(request));
        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} ").And.Contain("Content-Type: application/problem+json"));
        var problem = System.Text.Json.Nodes.JsonNode.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..])!;
        Assert.That(((int)problem["status"]!, (string?)problem["code"]), Is.EqualTo((status, "request.unreadable")));
    }
}
