using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

sealed class SiteConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["site_release_one_open"] = "site.release-exists",
    };
}
