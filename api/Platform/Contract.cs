using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>The contract: made from the endpoints, written to openapi.yaml by the build, shown by Swagger UI.</summary>
public static class Contract
{
    const string Document = "v1";

    public static void AddContract(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = info => SchemaNames.Of(info.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Mentoring of teachers",
                Version = "1.0.0",
                Description = "The state mentoring system of Russia's schools: programs, meetings, results, and the sums that regions and the federation read.",
                Contact = new() { Name = "The makers of this product, through the repository that it came from" },
                License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            document.Servers = [new() { Url = "/", Description = "The environment that serves this document, production or other", Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(false) } }];
            foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>()) tag.Description ??= ContractTags.Of(tag.Name!);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer<ContractComponents>();
        options.AddOperationTransformer<ContractOperations>();
        options.AddSchemaTransformer<ContractLimits>();
    });

    public static void MapContract(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.yaml").AllowAnonymous();
    }

    /// <summary>Goes before authorization: it is files, which are no endpoints and would be refused to whoever has no token.</summary>
    public static void UseContractPages(this WebApplication app) => app.UseSwaggerUI(ui =>
    {
        ui.SwaggerEndpoint("/openapi/v1.json", "Mentoring of teachers");
        ui.DocumentTitle = "Mentoring of teachers: API";
    });

    /// <summary>Writes the contract to a file and ends: what the build calls.</summary>
    public static async Task Write(WebApplication app, string path)
    {
        // Endpoints reach the document when routing is closed, which otherwise happens as the server starts.
        ((IApplicationBuilder)app).UseEndpoints(_ => { });
        var ct = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync(ct);
        var text = await ContractYaml.Of(document, ct);
        if (!File.Exists(path) || await File.ReadAllTextAsync(path, ct) != text) await File.WriteAllTextAsync(path, text, ct);
    }
}
