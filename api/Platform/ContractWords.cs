using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>
/// Says what members mean that their slices do not describe: a name means the same everywhere, so it is explained once, in
/// <c>contract-words.json</c>. What a name needs, the first that is there: <c>Shape.name</c>, <c>name:type</c>, <c>name</c>.
/// What stands after a bar holds where the member may be null.
/// </summary>
public sealed class ContractWords : IOpenApiDocumentTransformer
{
    public static readonly IReadOnlyDictionary<string, string> All =
        JsonSerializer.Deserialize<Dictionary<string, string>>(typeof(ContractWords).Assembly.GetManifestResourceStream("contract-words.json")!)!;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (shape, schema) in document.Components!.Schemas!)
        {
            foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
                if (!IsDescribed(member) && Words(shape, name, member) is { } words) member.Description = words;
        }

        return Task.CompletedTask;
    }

    /// <summary>By itself, or by the shape that it names.</summary>
    public static bool IsDescribed(IOpenApiSchema member) =>
        member.Description is { Length: > 0 } || (member.OneOf ?? []).Any(form => form is OpenApiSchemaReference { Description.Length: > 0 });

    static string? Words(string shape, string name, IOpenApiSchema member)
    {
        var type = (member.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.String when member is OpenApiSchema => "string",
            JsonSchemaType.Integer => "integer",
            JsonSchemaType.Number => "number",
            JsonSchemaType.Boolean => "boolean",
            JsonSchemaType.Array => "array",
            _ => "object",
        };
        if ((All.GetValueOrDefault($"{shape}.{name}") ?? All.GetValueOrDefault($"{name}:{type}") ?? All.GetValueOrDefault(name)) is not { } words) return null;
        var parts = words.Split('|');
        return parts.Length == 1 ? words : IsNullable(member) ? $"{parts[0].TrimEnd('.')}; {parts[1]}." : parts[0];
    }

    public static bool IsNullable(IOpenApiSchema member) =>
        member.Type is { } type && type.HasFlag(JsonSchemaType.Null)
        || (member.OneOf ?? []).Any(form => form.Type == JsonSchemaType.Null);
}
