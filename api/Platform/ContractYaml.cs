using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>
/// The contract as YAML in which what fits on a line stands on one: a parameter, a property, an answer. The library's writer
/// gives every scalar a line, three times as many. Readers of YAML 1.1 take <c>yes</c> and <c>off</c> for truth values and
/// <c>1_0</c> for a number: any text but plain words is quoted.
/// </summary>
public static partial class ContractYaml
{
    const int Widest = 150;

    public static async Task<string> Of(OpenApiDocument document, CancellationToken ct) =>
        Of(JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct)));

    public static string Of(JsonNode? root)
    {
        var yaml = new StringBuilder();
        foreach (var line in Lines("", root, 0)) yaml.Append(line).Append('\n');
        return yaml.ToString();
    }

    /// <param name="start">What stands on the line before the value: its name, the dash of a list.</param>
    static IEnumerable<string> Lines(string start, JsonNode? node, int indent)
    {
        if (node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 })) return [$"{start}{Line(node)}"];
        if (indent > 2 && $"{start}{Line(node)}" is { Length: < Widest } line) return [line];
        var inside = new string(' ', indent);
        if (node is JsonArray list) return [start.TrimEnd(), .. list.SelectMany(item => Lines($"{inside}- ", item, indent + 2))];
        var members = node.AsObject().SelectMany((member, at) =>
            Lines($"{(at == 0 && start.EndsWith("- ", StringComparison.Ordinal) ? start : inside)}{Text(member.Key)}: ", member.Value, indent + 2));
        return start.Length == 0 || start.EndsWith("- ", StringComparison.Ordinal) ? members : members.Prepend(start.TrimEnd());
    }

    static string Line(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(", ", members.Select(member => $"{Text(member.Key)}: {Line(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(", ", items.Select(Line))}]",
        null => "null",
        _ when node.GetValueKind() == JsonValueKind.String => Text(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    static string Text(string text) =>
        Word().IsMatch(text) && !Truth().IsMatch(text) ? text
        : text.Any(char.IsControl) ? JsonSerializer.Serialize(text)
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z/$][\w/$.+;-]*( [\w/$.+;-]+)*\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Truth();
}
