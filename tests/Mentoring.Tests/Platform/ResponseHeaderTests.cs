using System.Text.RegularExpressions;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Platform;

public sealed partial class ResponseHeaderTests : ApiTest
{
    /// <summary>What says itself how long it may be kept: tags of one's own browser, public pages, a calendar's quarter of an hour.</summary>
    static readonly string[] Kept = ["private, no-cache", "no-cache, private", "public, max-age=300", "private, max-age=900", "public, max-age=86400"];

    protected override void Configure(IWebHostBuilder host) => host.UseSetting("Identity:Issuer", "https://mentoring.example");

    [Test]
    public async Task Nothing_that_anybody_is_told_is_kept_or_guessed_at_unless_its_endpoint_says_so()
    {
        var head = await As(Role.Head, await World.School());
        var paths = Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<OperationMetadata>() is not null && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(e => Parameter().Replace($"/{e.RoutePattern.RawText!.TrimStart('/')}", Filled))
            .Concat(["/health/live", "/nothing", "/.well-known/openid-configuration", "/hangfire"]).ToList();
        Assert.That(paths, Has.Count.GreaterThan(100));

        foreach (var client in new[] { head, Anonymous() })
        {
            foreach (var path in paths)
            {
                using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
                var kept = answer.Headers.CacheControl?.ToString() ?? "";
                Assert.That(kept, Does.Contain("no-store").Or.AnyOf(Kept), path);
                if (path.StartsWith("/api", StringComparison.Ordinal) && (int)answer.StatusCode >= 400) Assert.That(kept, Does.Contain("no-store"), path);
                Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }), path);
                Assert.That(answer.Headers.GetValues("Strict-Transport-Security"), Is.EqualTo(new[] { "max-age=31536000" }), path);
            }
        }
    }

    static string Filled(Match parameter) => parameter.Value.EndsWith(":int}", StringComparison.Ordinal) ? "2026" : Guid.Empty.ToString();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
