using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

sealed class RoutesConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["route_one_running"] = "route.running",
        ["route_alternative_chosen"] = "route.alternative-chosen",
    };
}
