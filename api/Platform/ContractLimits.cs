using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>
/// States the limits that hold for every shape: texts are no longer than <see cref="Json.LongestText"/> (the JSON reader
/// refuses longer ones), lists no longer than what the largest body can hold, integers no larger than their type.
/// Validators state narrower ones where a field has them.
/// </summary>
public sealed class ContractLimits : IOpenApiSchemaTransformer
{
    const int LongestList = 10_000;

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // Behind our own converters the generator cannot see that it is text.
        var of = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (schema.Type is null && (of == typeof(string) || of == typeof(DateTimeOffset)))
            schema.Type = context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;

        if (schema.Type is not { } type) return Task.CompletedTask;
        if (type.HasFlag(JsonSchemaType.String) && schema.Enum is null or { Count: 0 }) schema.MaxLength ??= Longest(schema.Format);
        if (type.HasFlag(JsonSchemaType.Array))
        {
            schema.MaxItems ??= LongestList;
            if (context.JsonTypeInfo.ElementType == typeof(string)) schema.Items ??= new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MaxLength = Json.LongestText
            };
        }

        // The same of texts by name.
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Dictionary && context.JsonTypeInfo.ElementType == typeof(string))
            schema.AdditionalProperties ??= new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Json.LongestText };

        if (type.HasFlag(JsonSchemaType.Integer))
        {
            var is64 = schema.Format == "int64";
            schema.Minimum ??= is64 ? "-9223372036854775808" : "-2147483648";
            schema.Maximum ??= is64 ? "9223372036854775807" : "2147483647";
        }

        return Task.CompletedTask;
    }

    static int Longest(string? format) => format switch
    {
        "uuid" => 36,
        "date" => 10,
        "date-time" => 40,
        _ => Json.LongestText,
    };
}
