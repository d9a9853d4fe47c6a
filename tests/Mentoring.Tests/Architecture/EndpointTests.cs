using System.Reflection;
using Mentoring.Api.Features;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Architecture;

public sealed class EndpointTests : ApiTest
{
    /// <summary>Served by libraries; each has a lock of its own.</summary>
    static readonly string[] NotOurs = ["/openapi", "/health", "/hangfire", "/connect", "/.well-known"];

    [Test]
    public void Every_endpoint_that_takes_a_file_says_whose_room_it_takes()
    {
        var takers = Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<OperationMetadata>() is not null && e.Metadata.GetOrderedMetadata<IAcceptsMetadata>()
                .Any(a => a.RequestType == typeof(Stream) || a.ContentTypes.Contains("multipart/form-data"))).ToList();
        Assert.That(takers, Has.Count.GreaterThan(3));
        Assert.That(takers.Where(e => e.Metadata.GetMetadata<Uploads.Metadata>() is null).Select(e => e.DisplayName), Is.Empty);
    }

    [Test]
    public void Every_endpoint_states_its_permission_and_is_named_after_its_slice()
    {
        var endpoints = Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !NotOurs.Any(prefix => ("/" + e.RoutePattern.RawText!.TrimStart('/')).StartsWith(prefix, StringComparison.Ordinal))).ToList();
        Assert.That(endpoints, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var endpoint in endpoints)
            {
                var operation = endpoint.Metadata.GetMetadata<OperationMetadata>();
                Assert.That(operation, Is.Not.Null, $"{endpoint.DisplayName} states no permission");
                if (operation is null) continue;
                var slice = typeof(Program).Assembly.GetTypes().SingleOrDefault(t => t.Name == operation.Name && t.DeclaringType is null);
                Assert.That(slice, Is.Not.Null, $"no slice is called {operation.Name}");
            }
        });
    }

    /// <summary>`{id}` says nothing of what it names, and two names of one thing make two parameters of it.</summary>
    [Test]
    public void An_id_in_an_address_is_named_by_its_thing_and_everywhere_alike()
    {
        var templates = Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<OperationMetadata>() is not null).Select(e => e.RoutePattern.RawText!.Trim('/').Split('/')).ToList();
        var ids = (from template in templates
                   from at in Enumerable.Range(1, template.Length - 1)
                   where template[at].StartsWith('{') && !template[at - 1].StartsWith('{')
                   select (Collection: template[at - 1], Name: template[at].Trim('{', '}').Split(':')[0])).Distinct().ToList();
        Assert.That(ids, Has.Count.GreaterThan(50));
        Assert.Multiple(() =>
        {
            Assert.That(ids.Where(id => id.Name is "id"), Is.Empty);
            Assert.That(ids.GroupBy(id => id.Collection).Where(names => names.Count() > 1).SelectMany(names => names), Is.Empty);
        });
    }

    /// <summary>What a POST makes at an address that nobody reads.</summary>
    static readonly string[] Made =
    [
        "articles", "comments", "diagnosis-results", "help-requests", "initiatives",
        "agenda", "bookings", "decisions", "entitlements", "entries", "invitations", "learning-requests", "municipality", "organizations", "password",
        "password-link", "person", "pupil-results", "results", "reviewers", "reviews", "revisions", "roster", "runs", "seats", "staff-list", "suggestions",
        "wishes",
    ];

    /// <summary>Steps whose operations have another verb, since they say of what.</summary>
    static readonly string[] OtherVerbs = ["cosign", "read-all", "recover", "undo"];

    [Test]
    public void A_post_ends_in_the_verb_of_its_operation_or_in_what_it_makes()
    {
        var ours = (from e in Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                    where e.Metadata.GetMetadata<OperationMetadata>() is not null
                    select (e.Metadata.GetMetadata<OperationMetadata>()!.Name, Path: e.RoutePattern.RawText!.Trim('/'),
                        IsPost: e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))).ToList();
        var others = (from post in ours
                      where post.IsPost
                      let last = post.Path.Split('/')[^1]
                      where !Words(post.Name).StartsWith($"{last.Split('-')[0]}-", StringComparison.Ordinal)
                      where !ours.Any(one => one.Path == post.Path ? !one.IsPost : one.Path.StartsWith($"{post.Path}/{{", StringComparison.Ordinal))
                      select (post.Name, last)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(others.Where(one => !Made.Contains(one.last) && !OtherVerbs.Contains(one.last)), Is.Empty,
                "a step is a verb in the imperative, that of its operation");
            Assert.That(Made.Concat(OtherVerbs).Except(others.Select(one => one.last)), Is.Empty, "listed for nothing");
        });

        static string Words(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"))[1..];
    }

    [Test]
    public void Every_operation_is_covered_by_a_fixture_that_says_so()
    {
        var operations = Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<OperationMetadata>()?.Name).OfType<string>().ToHashSet();
        var covered = typeof(EndpointTests).Assembly.GetTypes()
            .SelectMany(fixture => fixture.GetCustomAttribute<CoversAttribute>()?.Operations ?? []).ToHashSet();
        Assert.That(operations, Has.Count.GreaterThan(400));
        Assert.Multiple(() =>
        {
            Assert.That(operations.Except(covered).Order(), Is.Empty, "no fixture says that it covers");
            Assert.That(covered.Except(operations).Order(), Is.Empty, "no operations");
        });
    }

    [Test]
    public void What_runs_an_endpoint_is_compiled_at_its_first_request()
    {
        var ours = Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<OperationMetadata>() is not null).ToList();
        Assert.That(ours, Has.Count.GreaterThan(300));
        Assert.That(ours.Where(e => e.RequestDelegate!.Method.DeclaringType!.DeclaringType != typeof(LateRoutes)).Select(e => e.DisplayName), Is.Empty);
    }
}
