using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Architecture;

/// <summary>Asks the same of every operation that is served: a new one is walked over without being named here.</summary>
public abstract class OperationWalk : ProgramTest
{
    readonly Dictionary<Permission, HttpClient> _holders = [];

    /// <param name="BodyType">The media type of what it takes; null where it takes no body.</param>
    protected sealed record Operation(string Name, Permission Permission, string Method, RoutePattern Route, string? BodyType)
    {
        public override string ToString() => Name;
    }

    protected IReadOnlyList<Operation> Operations { get; private set; } = [];

    [OneTimeSetUp]
    public async Task Enter()
    {
        Operations =
        [
            .. from endpoint in Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               let operation = endpoint.Metadata.GetMetadata<OperationMetadata>()
               where operation is not null
               let takes = endpoint.Metadata.GetOrderedMetadata<IAcceptsMetadata>().LastOrDefault()
               from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
               orderby operation.Name
               select new Operation(operation.Name, operation.Permission, method, endpoint.RoutePattern, takes?.ContentTypes[0]),
        ];
        Assert.That(Operations, Has.Count.GreaterThan(400));
        // The mentor takes part.
        await Submitted();
    }

    /// <summary>Of nothing that there is.</summary>
    /// <param name="unreadable">The parameter that is given something which is no value of it.</param>
    protected static string Address(Operation operation, string? unreadable = null) => $"/{string.Join('/', operation.Route.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => parameter.Name == unreadable ? "no%20such-thing" : Value(operation, parameter.Name),
            _ => "",
        }))))}";

    static string Value(Operation operation, string parameter)
    {
        var rules = operation.Route.ParameterPolicies.TryGetValue(parameter, out var policies) ? policies.Select(one => one.Content).ToList() : [];
        if (rules.Contains("guid")) return $"{Guid.CreateVersion7()}";
        return rules.Contains("int") ? "2026" : parameter switch { "kind" => "Regulation", "day" => "2026-11-02", _ => "x" };
    }

    protected static HttpRequestMessage Request(Operation operation, string address, string body = "{}")
    {
        var request = new HttpRequestMessage(new(operation.Method), address);
        if (operation.BodyType is null) return request;
        request.Content = operation.BodyType == "multipart/form-data"
            ? new MultipartFormDataContent { { new StringContent(body), "note" } }
            : new StringContent(body, new MediaTypeHeaderValue(operation.BodyType));
        return request;
    }

    /// <returns>The problem; null when the answer is none.</returns>
    protected static async Task<JsonNode?> Problem(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;

    /// <summary>Somebody whom the operation admits.</summary>
    protected async Task<HttpClient> Holder(Permission permission) =>
        _holders.TryGetValue(permission, out var held) ? held : _holders[permission] = await (permission switch
        {
            Permission.Public => Task.FromResult(Anonymous()),
            Permission.SignedIn => Task.FromResult(Mentor),
            _ => Roles.Permissions.Where(role => role.Value.Contains(permission)).Select(role => As(role.Key)).FirstOrDefault() ?? Task.FromResult(Mentor),
        });

    /// <summary>Everything that a role can be at the school and above it.</summary>
    protected Task<HttpClient> As(Role role) => role switch
    {
        Role.MunicipalCoordinator => As(role, World.Municipality),
        Role.RegionalCoordinator or Role.RegionalAnalyst => As(role, World.Region),
        Role.FederalOperator or Role.FederalAnalyst or Role.SystemAdministrator => As(role, "RU"),
        _ => As(role, School.Id),
    };
}
