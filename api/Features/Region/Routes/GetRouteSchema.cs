using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>The JSON schema of a route's file, for whoever writes or reads one; of each version that there is.</summary>
public static class GetRouteSchema
{
    public static void Map(RouteGroupBuilder routes) =>
        routes.MapGet("/schemas/{schemaVersion:int}", (int schemaVersion) =>
                schemaVersion == RouteFile.TheVersion ? TypedResults.Json(Schema, contentType: "application/schema+json") : throw new NotFound())
            .Produces<object>(contentType: "application/schema+json")
            .Operation(nameof(GetRouteSchema), Permission.RouteOwn);

    static readonly JsonNode Schema = Made();

    static JsonNode Made()
    {
        var options = new JsonSerializerOptions(Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        var schema = options.GetJsonSchemaAsNode(typeof(RouteFile), new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => context.TypeInfo.Type != typeof(string) ? node : new JsonObject
            {
                ["type"] = context.PropertyInfo is { IsGetNullable: true } ? new JsonArray("string", "null") : "string",
            },
        }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", $"urn:{RouteFile.TheFormat}:{RouteFile.TheVersion}");
        schema["properties"]!["format"] = new JsonObject { ["const"] = RouteFile.TheFormat };
        schema["properties"]!["schemaVersion"] = new JsonObject { ["const"] = RouteFile.TheVersion };
        return schema;
    }
}
