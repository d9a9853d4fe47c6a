using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

sealed class SupportConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["support_link_once"] = "support.link-twice",
        ["support_link_other"] = "support.itself",
        ["support_link_dates"] = "support.end-day",
    };
}
