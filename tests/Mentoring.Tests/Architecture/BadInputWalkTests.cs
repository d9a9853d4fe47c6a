using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Tests.Integration.Fuzzing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Mentoring.Tests.Architecture;

/// <summary>
/// What an operation cannot read or is not given, it refuses by a problem with a code, points to the field, and writes nothing.
/// Asked by somebody whom it admits, of nothing that there is: the reading comes before the looking.
/// </summary>
public sealed class BadInputWalkTests : OperationWalk
{
    const string Unknown = "nobodyKnowsThis";
    const string Unreadable = "request.unreadable";
    const string Nothing = "not-found";

    /// <summary>Refused otherwise where the address is of nothing, and why.</summary>
    static readonly Dictionary<string, (int Status, string Reason)> Otherwise = new()
    {
        ["RevokeClient"] = (403, "administrators alone, who are told apart first"),
        ["ShowSite"] = (401, "no address of the site's: the web client's, without which the tests run"),
        ["ShowSiteFeed"] = (401, "the same"), ["ShowSitePost"] = (401, "the same"),
    };

    sealed record Case(Operation Of, string Address, string Body = "{}", string? Pointer = null, string Code = Unreadable, string? Type = null);

    FuzzContract _contract = null!;
    Dictionary<string, FuzzOperation> _taken = null!;
    long _written;

    [OneTimeSetUp]
    public async Task ReadContract()
    {
        await using var scope = Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        _contract = new(JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!);
        _taken = _contract.Operations.ToDictionary(one => one.Name);
        _written = await Written();
    }

    /// <summary>Every command appends to the audit log.</summary>
    Task<long> Written() => Sql.QuerySingleAsync<long>("select count(*) from audit_entry");

    [TearDown]
    public async Task Nothing_was_written() => Assert.That(await Written(), Is.EqualTo(_written));

    IEnumerable<Operation> WithBody => Operations.Where(one => one.BodyType is not null);

    /// <summary>A file that is JSON is told apart when it is checked, by the imports' own tests.</summary>
    IEnumerable<Operation> WithJson => WithBody.Where(one => one.BodyType == "application/json" && FuzzContract.TypeOf(Body(one)) == "object");

    [TestCase("{\"")]
    [TestCase("\"text\"")]
    [TestCase("[{\"a\":1}]")]
    [TestCase("")]
    public Task A_body_that_cannot_be_read(string body) => Refused(WithJson.Select(one => new Case(one, At(one), body)));

    [Test]
    public Task A_member_that_nobody_knows() => Refused(WithJson.Select(one => new Case(one, At(one), $$"""{"{{Unknown}}":1}""", $"/{Unknown}")));

    [Test]
    public Task An_empty_body_where_something_is_required() => Refused(
        from one in WithJson
        let required = Body(one)["required"]?.AsArray() is { Count: > 0 } names ? (string?)names[0] : null
        where required is not null
        select new Case(one, At(one), Pointer: $"/{required}", Code: "validation"));

    [Test]
    public Task A_value_of_another_type() => Refused(
        from one in WithJson
        from member in Body(one)["properties"]?.AsObject() ?? []
        let type = FuzzContract.TypeOf(_contract.Resolve(member.Value!))
        where type is not null
        let wrong = type == "object" ? "[[1]]" : """{"a":{"b":1}}"""
        select new Case(one, At(one), $$"""{"{{member.Key}}":{{wrong}}}""", $"/{member.Key}"));

    [Test]
    public Task A_body_of_another_media_type() =>
        Refused(WithBody.Select(one => new Case(one, At(one), Code: "request.media-type", Type: "text/css")));

    [Test]
    public Task A_parameter_of_the_query_that_cannot_be_read() => Refused(
        from one in Operations
        from parameter in Query(one)
        select new Case(one, At(one, parameter.Name), Pointer: $"/{parameter.Name}"));

    [Test]
    public Task A_parameter_of_the_query_that_is_missing() => Refused(
        from one in Operations
        from parameter in Query(one)
        where parameter.Required
        select new Case(one, At(one, without: parameter.Name), Pointer: $"/{parameter.Name}"), 3);

    [Test]
    public Task An_address_that_nothing_has() => Refused(
        from one in Operations
        from parameter in one.Route.Parameters
        select new Case(one, At(one, parameter.Name), Code: Nothing));

    JsonNode Body(Operation operation) => _contract.Resolve(_taken[operation.Name].Body!);

    IEnumerable<FuzzParameter> Query(Operation operation) =>
        _taken.TryGetValue(operation.Name, out var taken) ? taken.Parameters.Where(parameter => parameter.In == "query") : [];

    /// <summary>With what the query requires.</summary>
    string At(Operation operation, string? unreadable = null, string? without = null)
    {
        var query = from parameter in Query(operation)
                    where parameter.Name != without && (parameter.Required || parameter.Name == unreadable)
                    select $"{parameter.Name}={(parameter.Name == unreadable ? Wrong(parameter.Schema) : Right(parameter.Schema))}";
        return $"{Address(operation, unreadable)}?{string.Join('&', query)}";
    }

    string Wrong(JsonNode given)
    {
        var schema = _contract.Resolve(given);
        return FuzzContract.TypeOf(schema) switch
        {
            "array" => Wrong(schema["items"]!),
            "string" when schema["enum"] is null && schema["format"] is null => "a%00b",
            _ => "nothing-of-the-kind",
        };
    }

    string Right(JsonNode given)
    {
        var schema = _contract.Resolve(given);
        return FuzzContract.TypeOf(schema) == "integer" ? "2026" : (string?)schema["format"] switch
        {
            "uuid" => $"{School.Id}",
            "date" => "2026-11-02",
            "date-time" => "2026-11-02T08:00:00Z",
            _ => "x",
        };
    }

    static bool IsRefusal(Case of, int status, string? code) => of.Code switch
    {
        // What is sent may be looked at before what the address names.
        Nothing => (status, code) == (404, Nothing) || code is not null && status == (Otherwise.TryGetValue(of.Of.Name, out var other) ? other.Status : 400),
        "request.media-type" => (status, code) == (415, of.Code),
        _ => (status, code) == (400, of.Code),
    };

    async Task Refused(IEnumerable<Case> cases, int atLeast = 100)
    {
        var (all, wrong) = (cases.ToList(), new List<string>());
        Assert.That(all, Has.Count.GreaterThanOrEqualTo(atLeast));
        foreach (var one in all)
        {
            using var request = Request(one.Of, one.Address, one.Body);
            if (one.Type is not null) request.Content = new StringContent(one.Body, new MediaTypeHeaderValue(one.Type));
            using var answer = await (await Holder(one.Of.Permission)).SendAsync(request);
            var problem = await Problem(answer);
            var (status, code) = ((int)answer.StatusCode, (string?)problem?["code"]);
            var pointed = one.Pointer is null || problem?["errors"]?[one.Pointer] is not null;
            if (!IsRefusal(one, status, code) || !pointed)
                wrong.Add($"{one.Of} {one.Address} {one.Body}: {status} {code} {problem?["errors"]?.ToJsonString()}");
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }
}
