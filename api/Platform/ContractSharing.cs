using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>
/// Members of shapes, and parameters, that are alike in all at three places or more become one component of their name: a
/// reference weighs less than a type with its limits and its description.
/// </summary>
public sealed class ContractSharing : IOpenApiDocumentTransformer
{
    const int Worth = 3;

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var shapes = document.Components!.Schemas!;
        var members = from shape in shapes.Values
                      from member in shape.Properties ?? new Dictionary<string, IOpenApiSchema>()
                      where member.Value is OpenApiSchema { OneOf: null or [], Description.Length: > 0 }
                      select (Of: shape.Properties!, Name: member.Key, What: member.Value);
        foreach (var group in await Alike(members.ToList(), member => member.Name, member => member.What, cancellationToken))
        {
            var (_, name, what) = group[0];
            var component = $"{char.ToUpperInvariant(name[0])}{name[1..]}{(ContractWords.IsNullable(what) ? "OrNull" : "")}";
            if (!shapes.TryAdd(component, what)) continue;
            foreach (var (of, _, _) in group) of[name] = new OpenApiSchemaReference(component, document);
        }

        var parameters = from path in document.Paths.Values
                         from operation in (path.Operations ?? []).Values
                         from parameter in operation.Parameters ?? []
                         where parameter is OpenApiParameter
                         select (Of: operation.Parameters!, parameter.Name, What: parameter);
        foreach (var group in await Alike(parameters.ToList(), parameter => parameter.Name!, parameter => parameter.What, cancellationToken))
        {
            var name = group[0].Name!;
            if (!document.Components.Parameters!.TryAdd(name, group[0].What)) continue;
            foreach (var (of, _, what) in group) of[of.IndexOf(what)] = new OpenApiParameterReference(name, document);
        }
    }

    /// <summary>The most frequent first: of two forms of one name it gets the name.</summary>
    static async Task<IEnumerable<List<T>>> Alike<T>(List<T> all, Func<T, string> name, Func<T, IOpenApiSerializable> what, CancellationToken ct)
    {
        var groups = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var one in all)
        {
            var key = $"{name(one)} {await what(one).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct)}";
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
            group.Add(one);
        }

        return groups.Where(group => group.Value.Count >= Worth).OrderByDescending(group => group.Value.Count)
            .ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Value).ToList();
    }
}
