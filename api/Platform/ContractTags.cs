using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>What each chapter of the contract is about: said where the chapter is.</summary>
public static class ContractTags
{
    sealed record About(string Tag, string Text);

    /// <summary>The operations of a chapter; other groups of the same chapter have its tag alone.</summary>
    public static RouteGroupBuilder Chapter(this RouteGroupBuilder group, string tag, string about) => group.WithTags(tag).WithMetadata(new About(tag, about));

    /// <summary>A tag of which no chapter says what it is about is a defect of the build.</summary>
    public static void Describe(IEnumerable<OpenApiTag> tags, IEnumerable<ApiDescriptionGroup> operations)
    {
        var said = operations.SelectMany(group => group.Items).SelectMany(one => one.ActionDescriptor.EndpointMetadata).OfType<About>()
            .Distinct().ToDictionary(about => about.Tag, about => about.Text);
        foreach (var tag in tags)
            tag.Description ??= said.GetValueOrDefault(tag.Name!) ?? throw new InvalidOperationException($"The tag {tag.Name} has no description.");
    }
}
