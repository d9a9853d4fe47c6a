using System.Text;
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
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new()
            {
                Title = "Mentoring of teachers",
                Version = "1.0.0",
                Description = "The state mentoring system of Russia's schools: programs, meetings, results, and the sums that regions and the federation read.",
                Contact = new() { Name = "The makers of this product, through the repository that it came from" },
                License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            document.Servers = [new() { Url = "/", Description = "The environment that serves this document, production or other",
                Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(false) } }];
            ContractTags.Describe(document.Tags ?? new HashSet<OpenApiTag>(), context.DescriptionGroups);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer<ContractComponents>();
        options.AddDocumentTransformer<ContractAnswers>();
        options.AddDocumentTransformer<ContractWords>();
        options.AddDocumentTransformer<ContractSharing>();
        options.AddOperationTransformer<ContractOperations>();
        options.AddSchemaTransformer<ContractLimits>();
    });

    /// <summary>Made once in a process, as it is the same for everybody and costs a third of a second.</summary>
    public static void MapContract(this WebApplication app)
    {
        var made = new Lazy<Task<(byte[] Json, byte[] Yaml)>>(async () =>
        {
            var document = await Make(app);
            return (Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, app.Lifetime.ApplicationStopping)),
                Encoding.UTF8.GetBytes(await ContractYaml.Of(document, app.Lifetime.ApplicationStopping)));
        });
        Serve(app, "json", "application/json;charset=utf-8", async () => (await made.Value).Json);
        Serve(app, "yaml", "text/plain+yaml;charset=utf-8", async () => (await made.Value).Yaml);
    }

    static void Serve(WebApplication app, string format, string type, Func<Task<byte[]>> made) =>
        app.MapMethods($"/openapi/{Document}.{format}", [HttpMethods.Get, HttpMethods.Head], async (HttpContext http) =>
        {
            var body = await made();
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(body, type, entityTag: ETags.Of(body));
        }).AllowAnonymous().ExcludeFromDescription();

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
        var text = await ContractYaml.Of(await Make(app), ct);
        if (!File.Exists(path) || await File.ReadAllTextAsync(path, ct) != text) await File.WriteAllTextAsync(path, text, ct);
    }

    static async Task<OpenApiDocument> Make(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var provider = scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document);
        return await provider.GetOpenApiDocumentAsync(app.Lifetime.ApplicationStopping);
    }
}
