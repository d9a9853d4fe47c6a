using System.Text.Json.Nodes;

namespace Mentoring.Tests.Integration.Fuzzing;

/// <summary>What an operation takes and how it may answer, as the served contract says.</summary>
/// <param name="Body">The schema of the body; null where there is none.</param>
/// <param name="BodyType">The media type of the body.</param>
public sealed record FuzzOperation(
    string Name, string Method, string Path, IReadOnlyList<FuzzParameter> Parameters,
    JsonNode? Body, string? BodyType, IReadOnlySet<int> Statuses, bool Streams)
{
    public override string ToString() => Name;
}

/// <param name="In">`path`, `query` or `header`.</param>
public sealed record FuzzParameter(string Name, string In, bool Required, JsonNode Schema);

/// <summary>The contract as the fuzzer reads it.</summary>
public sealed class FuzzContract(JsonNode document)
{
    public IReadOnlyList<FuzzOperation> Operations { get; } = [.. Read(document)];

    /// <summary>The schema itself, whatever names stand in between; of several forms the one that is not null.</summary>
    public JsonNode Resolve(JsonNode schema)
    {
        while (true)
        {
            if ((string?)schema["$ref"] is { } reference) schema = document["components"]!["schemas"]![reference.Split('/')[^1]]!;
            else if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray forms) schema = forms.First(form => (string?)form!["type"] != "null")!;
            else return schema;
        }
    }

    /// <summary>The type that is not null.</summary>
    public static string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => (string?)type).FirstOrDefault(type => type != "null"),
        var one => (string?)one,
    };

    static FuzzParameter Parameter(JsonNode document, JsonNode given) =>
        (string?)given["$ref"] is { } shared ? Parameter(document, document["components"]!["parameters"]![shared.Split('/')[^1]]!)
        : new((string)given["name"]!, (string)given["in"]!, (bool?)given["required"] ?? false, given["schema"] ?? new JsonObject());

    static IEnumerable<FuzzOperation> Read(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where method.Value!["operationId"] is not null
        let operation = method.Value
        let body = operation["requestBody"]?["content"]?.AsObject().First()
        let responses = operation["responses"]!.AsObject()
        select new FuzzOperation(
            (string)operation["operationId"]!, method.Key.ToUpperInvariant(), path.Key,
            [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => Parameter(document, parameter!))],
            body is null ? null : body.Value.Value?["schema"] ?? new JsonObject(), body?.Key,
            responses.Select(r => int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(),
            responses.Any(r => r.Value!["content"]?["text/event-stream"] is not null));
}
