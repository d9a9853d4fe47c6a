using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>
/// Members that nobody named are refused in what is sent, and the shapes of that say so. What is answered alone may say more one
/// day, which is no break: a client that holds answers to a closed shape would break by it.
/// </summary>
public sealed class ContractAnswers : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(method => method.Value))
        {
            foreach (var form in operation.RequestBody?.Content?.Values ?? []) Reach(form.Schema, sent);
        }

        foreach (var (name, shape) in document.Components!.Schemas!)
            if (shape is OpenApiSchema own && !sent.Contains(name)) own.AdditionalPropertiesAllowed = true;
        return Task.CompletedTask;
    }

    static void Reach(IOpenApiSchema? shape, HashSet<string> sent)
    {
        if (shape is null || (shape is OpenApiSchemaReference { Reference.Id: { } name } && !sent.Add(name))) return;
        IOpenApiSchema?[] inner = [shape.Items, shape.AdditionalProperties, .. shape.Properties?.Values ?? [], .. shape.OneOf ?? [], .. shape.AllOf ?? []];
        foreach (var one in inner) Reach(one, sent);
    }
}
