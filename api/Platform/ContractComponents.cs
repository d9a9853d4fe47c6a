using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>What operations share: how callers prove who they are, and the one form in which failures are told.</summary>
public sealed class ContractComponents : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT",
            Description = "An access token of `/connect/token`: client credentials for systems, authorization code with PKCE for people. "
                + "Tokens are made and checked by the rules of RFC8725.",
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas["Problem"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457 problem details.",
            Required = new HashSet<string> { "type", "title", "status", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("A URN made of the code."),
                ["title"] = Text("The kind of failure, in the caller's language."),
                ["status"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer, Format = "int32", Minimum = "400", Maximum = "599", Description = "The HTTP status of the answer.",
                },
                ["detail"] = Text("What to do about it, in the caller's language."),
                ["code"] = Text("Stable; programs decide by it."),
                ["traceId"] = Text("Names the request in our records."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object, Description = "Messages by JSON pointer of the field.",
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array, MaxItems = 100,
                        Items = Text("What is wrong, in the caller's language.")
                    },
                },
            },
        };
        // A member says itself whether it may be null; a list of values is met where it may not be.
        foreach (var list in document.Components.Schemas.Values.OfType<OpenApiSchema>())
            list.Enum = list.Enum?.Where(value => value is not null && !value.IsJsonNullSentinel()).ToList();

        document.Components.Headers = new Dictionary<string, IOpenApiHeader>
        {
            [RateLimit] = Header("What is left of the caller's budget of requests (`r`), told with every answer."),
            [RetryAfter] = Header("Seconds after which to come back."),
        };
        document.Components.Parameters = new Dictionary<string, IOpenApiParameter>
        {
            [IdempotencyKey] = new OpenApiParameter
            {
                Name = Idempotency.Header,
                In = ParameterLocation.Header,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
                Description = "Give each intended change its own key; a repeated request with the same key changes nothing and gets the same answer.",
            },
            [Assignment] = new OpenApiParameter
            {
                Name = Access.AssignmentHeader,
                In = ParameterLocation.Header,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid", MaxLength = 36 },
                Description = "Acts in this one role of the caller's, named by its id in the answer of `GetMe`; without it all of them count together.",
            },
        };
        document.Components.Responses = Answers.ToDictionary(answer => Name(answer.Key), answer => Problem(answer.Key, answer.Value, document));
        return Task.CompletedTask;
    }

    /// <summary>Every failure that an operation may answer with, by status.</summary>
    public static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>
    {
        ["400"] = "The input is not right; `errors` points to the fields.",
        ["401"] = "No valid token.",
        ["403"] = "No role of the caller allows this.",
        ["404"] = "Absent, or out of the caller's scope.",
        ["409"] = "A rule or the state of things stands against it.",
        ["412"] = "Somebody changed it meanwhile; the answer names the current version.",
        ["413"] = "More than the product accepts in one piece.",
        ["415"] = "The body is not in the format of the contract, or not in UTF-8.",
        ["422"] = "The idempotency key came before with another request.",
        ["429"] = "Too many requests.",
        ["500"] = "A failure on our side.",
        ["503"] = "The product, or something that it leans on, cannot be reached now.",
        ["507"] = "The database has no room for files; other requests go on.",
    };

    /// <summary>The status itself: four thousand references name it.</summary>
    public static string Name(string status) => status;

    public const string RateLimit = "RateLimit", RetryAfter = "Retry-After", IdempotencyKey = "IdempotencyKey", Assignment = "Assignment";

    static IOpenApiResponse Problem(string status, string description, OpenApiDocument document)
    {
        var headers = new Dictionary<string, IOpenApiHeader> { [RateLimit] = new OpenApiHeaderReference(RateLimit, document) };
        if (status is "429" or "503") headers[RetryAfter] = new OpenApiHeaderReference(RetryAfter, document);
        return new OpenApiResponse
        {
            Description = description,
            Headers = headers,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", document) },
            },
        };
    }

    static OpenApiHeader Header(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 } };

    static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, MaxLength = 1000, Description = description };
}
