using System.Net;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Platform;

/// <summary>Making the contract costs a third of a second of a processor: nobody can ask for that twice.</summary>
public sealed class ContractServingTests : ApiTest
{
    int _made;

    protected override void Trust(IServiceCollection services)
    {
        base.Trust(services);
        services.Configure<OpenApiOptions>("v1", options => options.AddDocumentTransformer((_, _, _) =>
        {
            Interlocked.Increment(ref _made);
            return Task.CompletedTask;
        }));
    }

    [Test]
    public async Task It_is_made_once_and_who_has_it_is_told_so()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Anonymous().GetAsync(i % 2 == 0 ? "/openapi/v1.json" : "/openapi/v1.yaml").Ok()));
        foreach (var path in new[] { "/openapi/v1.json", "/openapi/v1.yaml" })
        {
            using var first = await Anonymous().GetAsync(path);
            Assert.That((first.StatusCode, first.Headers.CacheControl?.NoCache), Is.EqualTo((HttpStatusCode.OK, (bool?)true)));
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var known = await Anonymous().SendAsync(again);
            Assert.That(known.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        }

        Assert.That(_made, Is.EqualTo(1));
        await Anonymous().GetAsync("/openapi/v2.json").Gives(401);
    }
}
