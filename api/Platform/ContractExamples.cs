using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>
/// What a request and its answer look like, for the main operations of each area: answers of the demo, in which people are
/// invented, with one record of each list. The linters of <c>tests/contract</c> hold each to its shape.
/// </summary>
public static class ContractExamples
{
    public static readonly JsonObject All = JsonNode.Parse(typeof(ContractExamples).Assembly.GetManifestResourceStream("contract-examples.json")!)!.AsObject();

    public static void Give(OpenApiOperation operation, string name)
    {
        if (All[name] is not { } example) return;
        Show(operation.RequestBody?.Content, example["request"]);
        Show(operation.Responses!.FirstOrDefault(answer => answer.Key.StartsWith('2')).Value?.Content, example["answer"]);
    }

    static void Show(IDictionary<string, OpenApiMediaType>? content, JsonNode? example)
    {
        if (example is not null && content?.TryGetValue("application/json", out var json) is true) json.Example = example.DeepClone();
    }
}
