using System.Text.Json.Nodes;

namespace Mentoring.Tests.Support;

/// <summary>Holds JSON to a schema, as far as our schemas go: types, members, enumerations and constants.</summary>
static class JsonSchemas
{
    /// <returns>Pointers to what does not keep to it.</returns>
    public static IReadOnlyList<string> Faults(JsonNode? value, JsonNode schema) => [.. Of(value, schema, schema, "")];

    static IEnumerable<string> Of(JsonNode? value, JsonNode schema, JsonNode root, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, step) => node[step]!);
        if (schema["const"] is { } constant && !JsonNode.DeepEquals(value, constant)) return [at];
        if (schema["enum"] is JsonArray values && !values.Any(one => JsonNode.DeepEquals(one, value))) return [at];
        string[] types = schema["type"] switch { JsonArray several => [.. several.Select(one => (string)one!)], { } one => [(string)one!], _ => [] };
        if (types.Length > 0 && !types.Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && types.Contains("number"))) return [at];
        return value switch
        {
            JsonObject members when schema["properties"] is JsonObject known =>
            [
                .. (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name))
                    .Select(name => $"{at}/{name}"),
                .. members.Where(member => !known.ContainsKey(member.Key)).Select(member => $"{at}/{member.Key}"),
                .. members.Where(member => known.ContainsKey(member.Key))
                    .SelectMany(member => Of(member.Value, known[member.Key]!, root, $"{at}/{member.Key}")),
            ],
            JsonArray items when schema["items"] is { } each => [.. items.SelectMany((item, i) => Of(item, each, root, $"{at}/{i}"))],
            _ => [],
        };
    }

    static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => value.ToJsonString().Contains('.') ? "number" : "integer",
            _ => "boolean",
        },
    };
}
