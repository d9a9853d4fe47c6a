using System.Net.Http.Json;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Architecture;

/// <summary>What belongs to an organization out of one's reach is not found, by whichever operation it is asked for: never an empty list.</summary>
public sealed class OrganizationPathTests : ApiTest
{
    /// <summary>Open to everybody who has signed in: the public register of organizations.</summary>
    static readonly string[] OpenToAll = ["GetOrganization"];

    readonly Dictionary<Role, HttpClient> _holders = [];
    Guid _own, _foreign, _person, _account;

    [OneTimeSetUp]
    public async Task TwoSchools()
    {
        (_own, _foreign) = (await World.School(), await World.School("05701000", World.OtherRegion));
        _person = await World.Teacher(_own);
        _account = await World.Account(_person);
        await World.Teacher(_foreign, "Чужая");
    }

    static IEnumerable<RouteEndpoint> Of(IServiceProvider services, string method) => services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<OperationMetadata>() is { Permission: not Permission.Public })
        .Where(endpoint => endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "organizationId"))
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true);

    [Test]
    public async Task Everything_read_of_a_foreign_organization_answers_that_there_is_nothing()
    {
        var operations = Of(Services, "GET").Where(one => !OpenToAll.Contains(Operation(one).Name)).ToList();
        Assert.That(operations, Has.Count.GreaterThan(50));
        var wrong = new List<string>();
        foreach (var operation in operations)
        {
            foreach (var (who, caller) in await Callers(Operation(operation).Permission))
            {
                using var answer = await caller.GetAsync(Address(operation, _foreign));
                if ((int)answer.StatusCode != 404) wrong.Add($"{Operation(operation).Name} as {who}: {(int)answer.StatusCode}");
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task An_organization_that_is_nowhere_answers_as_a_foreign_one()
    {
        var wrong = new List<string>();
        foreach (var operation in Of(Services, "GET"))
        {
            foreach (var (who, caller) in await Callers(Operation(operation).Permission))
            {
                using var answer = await caller.GetAsync(Address(operation, Guid.NewGuid()));
                if ((int)answer.StatusCode != 404) wrong.Add($"{Operation(operation).Name} as {who}: {(int)answer.StatusCode}");
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("POST", 30), TestCase("PUT", 10), TestCase("DELETE", 1)]
    public async Task Nothing_is_written_to_a_foreign_organization(string method, int atLeast)
    {
        var operations = Of(Services, method).ToList();
        Assert.That(operations, Has.Count.GreaterThanOrEqualTo(atLeast));
        var wrong = new List<string>();
        foreach (var operation in operations)
        {
            foreach (var (who, caller) in await Callers(Operation(operation).Permission))
            {
                using var request = new HttpRequestMessage(new(method), Address(operation, _foreign)) { Content = JsonContent.Create(new { }) };
                using var answer = await caller.SendAsync(request);
                if ((int)answer.StatusCode is not (400 or 404 or 415)) wrong.Add($"{Operation(operation).Name} as {who}: {(int)answer.StatusCode}");
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("/api/v1/roadmap-templates?organizationId=")]
    [TestCase("/api/v1/programs?organizationId=")]
    [TestCase("/api/v1/programs/counts?organizationId=")]
    [TestCase("/api/v1/programs/counts/purposes?organizationId=")]
    [TestCase("/api/v1/role-assignments?organizationId=")]
    [TestCase("/api/v1/imports?organizationId=")]
    [TestCase("/api/v1/people/merges?organizationId=")]
    [TestCase("/api/v1/people/duplicates?organizationId=")]
    public async Task A_list_that_is_asked_of_a_foreign_organization_by_its_query_answers_the_same(string path)
    {
        var caller = await Holder(path.Contains("role-assignments", StringComparison.Ordinal) ? Role.Head : Role.Curator);
        using var own = await caller.GetAsync(path + _own);
        Assert.That((int)own.StatusCode, Is.EqualTo(200), await own.Content.ReadAsStringAsync());
        await caller.GetAsync(path + _foreign).IsProblem(404, "not-found");
        await caller.GetAsync(path + Guid.NewGuid()).IsProblem(404, "not-found");
    }

    static OperationMetadata Operation(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<OperationMetadata>()!;

    /// <summary>Whoever holds the permission at a school, and whoever has it by working there or by being a person.</summary>
    async Task<List<(string Who, HttpClient Caller)>> Callers(Permission permission)
    {
        List<(string, HttpClient)> callers = [];
        foreach (var role in Enum.GetValues<Role>().Where(one => one is <= Role.SiteEditor or >= Role.CentreHead)
            .Where(role => Roles.Permissions[role].Contains(permission)))
            callers.Add(($"{role}", await Holder(role)));
        if (Roles.OfEmployee.Contains(permission) || Roles.OfPerson.Contains(permission)) callers.Add(("employee", As(_account)));
        return callers;
    }

    async Task<HttpClient> Holder(Role role) => _holders.TryGetValue(role, out var held) ? held : _holders[role] = await As(role, _own);

    string Address(RouteEndpoint endpoint, Guid organization)
    {
        string[] parts = [.. endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Value(endpoint, parameter, organization),
            _ => "",
        })))];
        var bookings = parts.Contains("bookings");
        return $"/{string.Join('/', parts)}?on=2026-11-01&lastDay=2026-11-01&query=x"
            + (bookings ? "&from=2026-11-02T00:00:00Z&until=2026-11-03T00:00:00Z" : "&from=2026-11-02");
    }

    string Value(RouteEndpoint endpoint, RoutePatternParameterPart parameter, Guid organization)
    {
        var rules = string.Join(',', endpoint.RoutePattern.ParameterPolicies.TryGetValue(parameter.Name, out var policies)
            ? policies.Select(one => one.Content) : []);
        return parameter.Name switch
        {
            "organizationId" => organization.ToString(),
            "personId" => _person.ToString(),
            _ when rules.Contains("guid", StringComparison.Ordinal) => Guid.NewGuid().ToString(),
            _ when rules.Contains("int", StringComparison.Ordinal) => "2026",
            "kind" => "Regulation",
            _ => "x",
        };
    }
}
