using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

sealed class RoutesConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["route_one_running"] = "route.running",
        ["route_finding_goal"] = "route.goal-taken",
        ["route_alternative_chosen"] = "route.alternative-chosen",
        ["route_comment_region_code_activity_id_fkey"] = "route.moved",
        ["route_comment_region_code_route_id_person_id_reader_ids_fkey"] = "route.moved",
    };
}
