using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

sealed class MatchingConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["match_veto_once"] = "match.vetoed",
        ["match_lock_once"] = "match.locked",
        ["match_place_capacity"] = "match.no-place",
        ["match_group_seats"] = "match.no-place",
        ["match_request_once"] = "match.together",
        ["match_request_slot"] = "match.request-cap",
    };
}
