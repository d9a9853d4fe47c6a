using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>What every operation says: its problem answers, the rate limit, the idempotency key.</summary>
public sealed class ContractOperations : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationMetadata>().FirstOrDefault() is not { } declared) return Task.CompletedTask;
        operation.OperationId = declared.Name;
        operation.Description ??= operation.Summary;
        operation.Responses ??= [];
        foreach (var response in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers.TryAdd("RateLimit", ContractComponents.RateLimit);
        }

        var takesFile = context.Description.ActionDescriptor.EndpointMetadata.OfType<Uploads.Metadata>().Any();
        foreach (var status in Failures(declared.Permission, context.Description.HttpMethod).Where(status => status is not "507" || takesFile))
            operation.Responses[status] = new OpenApiResponseReference(ContractComponents.Name(status), context.Document);

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            // As members of bodies are written; the server takes either.
            if (parameter.In == ParameterLocation.Query) parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (parameter.Schema is OpenApiSchema { Type: { } type, Format: null } text && type.HasFlag(JsonSchemaType.String)) text.MaxLength ??= 1000;
        }

        if (declared.Permission == Permission.Public) operation.Security = [];
        else if (context.Description.HttpMethod == "POST") AddIdempotencyKey(operation);
        return Task.CompletedTask;
    }

    static IEnumerable<string> Failures(Permission permission, string? method) => ContractComponents.Answers.Keys
        .Where(status => status is not ("401" or "403") || permission != Permission.Public)
        .Where(status => status is not "409" || method is not "GET");

    static void AddIdempotencyKey(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Idempotency.Header,
            In = ParameterLocation.Header,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
            Description = "Give each intended change its own key; a repeated request with the same key changes nothing and gets the same answer.",
        });
    }
}
