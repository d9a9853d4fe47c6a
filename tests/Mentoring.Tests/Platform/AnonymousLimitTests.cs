using System.Text;
using System.Text.RegularExpressions;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Platform;

/// <summary>What anybody may ask for costs nobody more than the limit: each path by itself, each time from an address of its own.</summary>
public sealed partial class AnonymousLimitTests : ApiTest
{
    const int PerMinute = 5;
    const int SecretsPerMinute = 3;
    const int FilesPerRequest = 10;

    int _address;

    protected override void Configure(IWebHostBuilder host)
    {
        host.UseSetting("RateLimit:RequestsPerMinute", $"{PerMinute}");
        host.UseSetting("RateLimit:SecretsPerMinute", $"{SecretsPerMinute}");
    }

    /// <summary>Somebody whom no other test's requests weigh upon.</summary>
    HttpClient Newcomer()
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{Interlocked.Increment(ref _address)}");
        return client;
    }

    async Task IsLimited(string method, string path, int budget)
    {
        var client = Newcomer();
        var passed = 0;
        while (passed <= budget)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method is "POST" or "PUT") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(request);
            if ((int)answer.StatusCode == 429)
            {
                Assert.That(passed, Is.GreaterThan(0), $"{method} {path}");
                Assert.That(answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero), $"{method} {path}");
                Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), $"{method} {path}");
                return;
            }

            passed++;
        }

        Assert.Fail($"{method} {path}: {passed} requests passed");
    }

    [Test]
    public async Task Every_anonymous_endpoint_is_limited()
    {
        await Anonymous().GetAsync("/health/live").Ok();
        var endpoints = Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => (Method: method, Path: PathOf(endpoint))))
            .ToList();
        Assert.That(endpoints.Select(e => e.Path), Is.SupersetOf(new[]
        {
            "/openapi/v1.json", "/openapi/v1.yaml", "/connect/authorize", "/connect/token", "/connect/logout", "/health/live", "/health/ready",
            "/calendar/x.ics", "/api/v1/accounts/password",
        }));
        foreach (var (method, path) in endpoints) await IsLimited(method, path, PerMinute);
    }

    [TestCase("/.well-known/openid-configuration", PerMinute)]
    [TestCase("/.well-known/jwks", PerMinute)]
    [TestCase("/connect/nothing", PerMinute)]
    [TestCase("/api/v1/nothing", PerMinute)]
    [TestCase("/api/v1/me", PerMinute)]
    [TestCase("/hangfire", PerMinute)]
    [TestCase("/swagger/index.html", PerMinute * FilesPerRequest)]
    [TestCase("/nothing", PerMinute * FilesPerRequest)]
    public Task What_no_endpoint_answers_is_limited_too(string path, int budget) => IsLimited("GET", path, budget);

    [Test]
    public async Task Wrong_secrets_of_a_system_are_limited_by_client_and_address_and_right_ones_are_not()
    {
        var (known, secret) = await System();
        var (other, otherSecret) = await System();
        var guesser = Newcomer();
        await Ask(guesser, known, secret, "basic").Ok();
        for (var guess = 0; guess < SecretsPerMinute; guess++) await Ask(guesser, known, "wrong", guess % 2 == 0 ? "basic" : "form").Gives(401);
        await Ask(guesser, known, secret, "form").IsProblem(429, "rate-limited");
        await Ask(Newcomer(), known, secret, "form").Ok();

        var neighbour = Newcomer();
        for (var guess = 0; guess < SecretsPerMinute; guess++) await Ask(neighbour, known, "wrong", "form").Gives(401);
        await Ask(neighbour, other, otherSecret, "form").Ok();
        await Ask(neighbour, known, secret, "form").IsProblem(429, "rate-limited");
    }

    [Test]
    public async Task Guesses_of_the_same_moment_are_all_counted()
    {
        var (client, secret) = await System();
        var guesser = Newcomer();
        var answers = await Task.WhenAll(Enumerable.Range(0, PerMinute).Select(_ => Ask(guesser, client, "wrong", "form")));
        Assert.That(answers.Count(answer => (int)answer.StatusCode == 401), Is.EqualTo(SecretsPerMinute));
        Assert.That(answers.Count(answer => (int)answer.StatusCode == 429), Is.EqualTo(PerMinute - SecretsPerMinute));
        await Ask(Newcomer(), client, secret, "form").Ok();
    }

    async Task<(string Id, string Secret)> System()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        var client = await admin.Post("/api/v1/clients", new { name = "Журнал", organizationId = await World.School() }).Gives(201);
        return ((string)client["clientId"]!, (string)client["secret"]!);
    }

    static Task<HttpResponseMessage> Ask(HttpClient http, string id, string secret, string way)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token");
        Dictionary<string, string> form = new() { ["grant_type"] = "client_credentials", ["scope"] = "mentoring" };
        if (way == "basic") request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        else (form["client_id"], form["client_secret"]) = (id, secret);
        request.Content = new FormUrlEncodedContent(form);
        return http.SendAsync(request);
    }

    static string PathOf(RouteEndpoint endpoint) => "/" + Parameter().Replace(
        endpoint.RoutePattern.RawText!.TrimStart('/'), parameter => parameter.Value.Contains("guid", StringComparison.Ordinal) ? $"{Guid.NewGuid()}" : "x");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
