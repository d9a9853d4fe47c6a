using System.Text.Json;
using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.Serialization;

namespace Mentoring.Tests.Architecture;

public sealed class ContractTests : ApiTest
{
    [Test]
    public async Task The_committed_contract_is_what_the_product_serves()
    {
        await Anonymous().GetAsync("/health/live");
        await using var scope = Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
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
        await Anonymous().GetAsync("/health/live");
        await using var scope = Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        Assert.Multiple(() =>
        {
            foreach (var (method, operation) in document.Paths.Values.SelectMany(path => path.Operations!))
            {
                var expected = new List<string> { "400", "404", "429", "500", "503" };
                if (method != HttpMethod.Get) expected.Add("409");
                var takesKey = method != HttpMethod.Get && operation.Security is not { Count: 0 };
                if (takesKey) expected.Add("422");
                Assert.That(operation.Parameters?.Any(p => p.Name == "Idempotency-Key") ?? false, Is.EqualTo(takesKey), operation.OperationId);
                if (operation.RequestBody is not null) expected.AddRange("413", "415");
                Assert.That(expected.Except(operation.Responses!.Keys), Is.Empty, operation.OperationId);
            }

            Assert.That(document.Paths["/api/v1/programs/{id}/submit"].Operations![HttpMethod.Post].Responses, Does.ContainKey("412"));
        });
    }
}
