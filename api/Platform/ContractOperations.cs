using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
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
        (operation.Summary, var more) = ContractTexts.Of(declared.Name);
        operation.Description = more is null || operation.Description is null ? more ?? operation.Description : $"{more} {operation.Description}";
        operation.Responses ??= [];
        foreach (var response in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers.TryAdd(ContractComponents.RateLimit, new OpenApiHeaderReference(ContractComponents.RateLimit, context.Document));
        }

        ContractExamples.Give(operation, declared.Name);
        foreach (var status in Failures(declared.Permission, context.Description))
            operation.Responses[status] = new OpenApiResponseReference(ContractComponents.Name(status), context.Document);

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            // As members of bodies are written; the server takes either.
            if (parameter.In == ParameterLocation.Query) parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (parameter.Schema is OpenApiSchema { Type: { } type, Format: null } text && type.HasFlag(JsonSchemaType.String)) text.MaxLength ??= 1000;
        }

        if (declared.Permission == Permission.Public)
        {
            operation.Security = [];
            return Task.CompletedTask;
        }

        operation.Parameters ??= [];
        if (context.Description.HttpMethod is not "GET")
            operation.Parameters.Add(new OpenApiParameterReference(ContractComponents.IdempotencyKey, context.Document));
        operation.Parameters.Add(new OpenApiParameterReference(ContractComponents.Assignment, context.Document));
        return Task.CompletedTask;
    }

    static IEnumerable<string> Failures(Permission permission, ApiDescription operation) => ContractComponents.Answers.Keys.Where(status => status switch
    {
        "401" => permission != Permission.Public,
        "403" => permission != Permission.Public || operation.HttpMethod is not "GET",
        "409" => operation.HttpMethod is not "GET",
        "412" => operation.ParameterDescriptions.Any(IsVersioned),
        "413" or "415" => operation.SupportedRequestFormats.Count > 0,
        "422" => operation.HttpMethod is not "GET" && permission != Permission.Public,
        "507" => operation.ActionDescriptor.EndpointMetadata.OfType<Uploads.Metadata>().Any(),
        _ => true,
    });

    static bool IsVersioned(ApiParameterDescription given) =>
        given.Name.Equals("version", StringComparison.OrdinalIgnoreCase) || GivesVersion(given.Type, []);

    /// <summary>Of shapes of our own alone: identifiers of the library have a version too.</summary>
    static bool GivesVersion(Type? type, HashSet<Type> seen) =>
        type is not null && seen.Add(type) && (type.IsGenericType ? type.GetGenericArguments().Any(inner => GivesVersion(inner, seen))
            : type.Assembly == typeof(ContractOperations).Assembly && type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Any(member => member.Name == "Version" || GivesVersion(member.PropertyType, seen)));
}
