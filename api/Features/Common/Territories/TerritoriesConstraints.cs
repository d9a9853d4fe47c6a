using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Territories;

sealed class TerritoriesConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["territory_pkey"] = "territory.exists",
    };
}
