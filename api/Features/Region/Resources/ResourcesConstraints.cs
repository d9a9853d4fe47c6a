using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

sealed class ResourcesConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["resource_run_places"] = "resource.run-full",
    };
}
