using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

sealed class InitiativesConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["initiative_goes_on"] = "initiative.not-now",
        ["initiative_within"] = "initiative.beyond-scope",
        ["initiative_most"] = "initiative.full",
        ["initiative_member_once"] = "initiative.member-there",
    };
}
