using System.Text.Json;
using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using YamlDotNet.Serialization;

namespace Mentoring.Tests.Architecture;

public sealed class ContractTests : ApiTest
{
    [Test]
    public async Task The_committed_contract_is_what_the_product_serves()
    {
        var document = await Document();
        var served = await ContractYaml.Of(document, default);
        Assert.That(document.Paths, Is.Not.Empty);
        Assert.That(await File.ReadAllTextAsync(Repository.At("openapi.yaml")), Is.EqualTo(served));
    }

    [TestCase("/swagger/index.html", "text/html")]
    [TestCase("/openapi/v1.json", "application/json")]
    [TestCase("/openapi/v1.yaml", "text/plain+yaml")]
    public async Task Everybody_may_read_the_contract(string path, string type)
    {
        using var answer = await Anonymous().GetAsync(path);
        Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((200, type)));
    }

    /// <summary>Readers of YAML 1.1 take `yes` and `off` for truth values, those of any version 1.0 for a number.</summary>
    [TestCase("""{"required":["yes","note"],"properties":{"yes":{"enum":["Off","Offer",""],"default":"Off"},"no":1,"known":"no-store","at":"1.0"}}""",
        """
        required:
          - 'yes'
          - note
        properties:
          'yes': {enum: ['Off', Offer, ''], default: 'Off'}
          'no': 1
          known: no-store
          at: '1.0'

        """)]
    [TestCase("""{"a":{"b":[{"c":"it's: so","d":null},{"e":"two\nlines"}],"long":{"text":"LONG"}}}""",
        """
        a:
          b: [{c: 'it''s: so', d: null}, {e: "two\nlines"}]
          long:
            text: LONG

        """)]
    public void What_fits_on_a_line_of_the_contract_stands_on_one(string json, string yaml)
    {
        var words = string.Concat(Enumerable.Repeat("word ", 30)).TrimEnd();
        Assert.That(ContractYaml.Of(JsonNode.Parse(json.Replace("LONG", words))), Is.EqualTo(yaml.Replace("LONG", words)));
    }

    [Test]
    public async Task A_reader_of_YAML_finds_in_it_what_stands_in_the_contract_as_JSON()
    {
        using var client = Anonymous();
        var read = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize<object>(await client.GetStringAsync("/openapi/v1.yaml"));
        Assert.That(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read), JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))), Is.True);
    }

    [Test]
    public async Task Every_operation_names_the_refusals_that_the_product_makes_before_it()
    {
        var document = await Document();
        Assert.Multiple(() =>
        {
            foreach (var (method, operation) in document.Paths.Values.SelectMany(path => path.Operations!))
            {
                var expected = new List<string> { "400", "404", "429", "500", "503" };
                if (method != HttpMethod.Get) expected.Add("409");
                var takesKey = method != HttpMethod.Get && operation.Security is not { Count: 0 };
                if (takesKey) expected.Add("422");
                Assert.That(operation.Parameters?.Any(p => p.Name == "Idempotency-Key") ?? false, Is.EqualTo(takesKey), operation.OperationId);
                Assert.That(operation.Parameters?.Any(p => p.Name == Access.AssignmentHeader) ?? false, Is.EqualTo(operation.Security is not { Count: 0 }),
                    operation.OperationId);
                if (operation.RequestBody is not null) expected.AddRange("413", "415");
                Assert.That(expected.Except(operation.Responses!.Keys), Is.Empty, operation.OperationId);
            }

            Assert.That(document.Paths["/api/v1/programs/{programId}/submit"].Operations![HttpMethod.Post].Responses, Does.ContainKey("412"));
        });
    }

    [Test]
    public async Task Every_member_of_every_shape_says_what_it_means()
    {
        var document = await Document();
        var members = (from shape in document.Components!.Schemas!
                       from member in shape.Value.Properties ?? new Dictionary<string, IOpenApiSchema>()
                       select (Name: $"{shape.Key}.{member.Key}", Own: member.Key, Schema: member.Value)).ToList();
        Assert.That(members, Has.Count.GreaterThan(1000));
        Assert.Multiple(() =>
        {
            Assert.That(members.Where(member => !ContractWords.IsDescribed(member.Schema)).Select(member => member.Name), Is.Empty,
                "describe it by a comment in its slice, or in contract-words.json where the name means the same everywhere");
            Assert.That(members.Where(member => Letters(member.Schema.Description) == Letters(member.Own)).Select(member => member.Name), Is.Empty,
                "says no more than the name");
        });

        static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetter)).ToLowerInvariant();
    }

    [Test]
    public async Task What_has_a_set_of_values_states_them_or_the_dictionary_that_does()
    {
        var document = await Document();
        var choices = (from shape in document.Components!.Schemas!
                       from member in shape.Value.Properties ?? new Dictionary<string, IOpenApiSchema>()
                       where new[] { "status", "kind", "step" }.Any(word => member.Key.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                       select (Name: $"{shape.Key}.{member.Key}", Schema: member.Value)).ToList();
        Assert.That(choices, Has.Count.GreaterThan(100));
        Assert.That(choices.Where(one => one.Schema is { Type: { } type, Enum: null or { Count: 0 } } && type.HasFlag(JsonSchemaType.String)
            && one.Schema.Description?.Contains("dictionary `", StringComparison.Ordinal) is not true).Select(one => one.Name), Is.Empty);
    }

    [Test]
    public async Task Each_word_of_the_table_is_asked_for()
    {
        var document = await Document();
        var names = document.Components!.Schemas!.SelectMany(shape => (shape.Value.Properties ?? new Dictionary<string, IOpenApiSchema>()).Keys
            .SelectMany(name => new[] { name, $"{shape.Key}.{name}" })).ToHashSet();
        Assert.That(ContractWords.All.Keys.Where(word => !names.Contains(word.Split(':')[0])), Is.Empty);
    }

    /// <summary>Said once, above the slice: readers of the code and of the contract read the same.</summary>
    [Test]
    public async Task What_an_operation_does_is_told_by_its_slice()
    {
        var operations = (await Document()).Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(operations.Where(one => one.Summary is not { Length: > 5 and <= 130 }).Select(one => $"{one.OperationId}: {one.Summary}"), Is.Empty);
            Assert.That(operations.Single(one => one.OperationId == "ListMyIncentives"), Has.Property("Summary")
                .EqualTo("What the caller was granted for mentoring, wherever they work or worked").And.Property("Description").StartsWith("The latest first"));
            Assert.That(Repository.Files("api/Features", ".cs").Where(file => File.ReadAllText(file).Contains("WithSummary(")), Is.Empty);
        });
    }

    /// <summary>Whether an example has the shape of its operation is asked by the linters of tests/contract.</summary>
    [Test]
    public async Task Each_area_shows_an_answer_and_a_request_where_it_takes_any()
    {
        var document = await Document();
        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        Assert.That(ContractExamples.All.Select(example => example.Key).Except(operations.Select(operation => operation.OperationId)), Is.Empty);
        Assert.Multiple(() =>
        {
            foreach (var area in operations.GroupBy(operation => operation.Tags!.First().Name))
            {
                Assert.That(area.SelectMany(o => o.Responses!.Values).Select(answer => answer.Content).Any(Shows), area.Key);
                if (area.Any(o => Takes(o.RequestBody?.Content))) Assert.That(area.Any(o => Shows(o.RequestBody?.Content)), area.Key);
            }
        });

        static bool Takes(IDictionary<string, OpenApiMediaType>? content) => content?.ContainsKey("application/json") ?? false;
        static bool Shows(IDictionary<string, OpenApiMediaType>? content) => content?.Values.Any(form => form.Example is not null) ?? false;
    }

    [Test]
    public async Task What_a_command_was_read_at_is_refused_where_it_is_given_and_nowhere_else()
    {
        await Anonymous().GetAsync("/health/live");
        var document = JsonNode.Parse(await Anonymous().GetStringAsync("/openapi/v1.json"))!;
        foreach (var operation in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value!))
        {
            var given = operation["requestBody"] is { } body && Gives(body, [])
                || (operation["parameters"]?.AsArray() ?? []).Any(p => (string?)p!["name"] == "version");
            Assert.That(operation["responses"]!["412"] is not null, Is.EqualTo(given), (string?)operation["operationId"]);
        }

        bool Gives(JsonNode node, HashSet<string> seen) => node switch
        {
            JsonObject shape when (string?)shape["$ref"] is { } name =>
                seen.Add(name) && Gives(document["components"]!["schemas"]![name.Split('/')[^1]]!, seen),
            JsonObject shape => shape["properties"]?["version"] is not null || shape.Any(member => member.Value is not null && Gives(member.Value, seen)),
            JsonArray list => list.Any(item => item is not null && Gives(item, seen)),
            _ => false,
        };
    }

    async Task<OpenApiDocument> Document()
    {
        await Anonymous().GetAsync("/health/live");
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
    }
}
