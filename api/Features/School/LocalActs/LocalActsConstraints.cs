using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

sealed class LocalActsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["act_cosign_one_open"] = "act.cosign-open",
        ["local_act_one_successor"] = "act.successor-exists",
        ["act_drafting_one_open"] = "act.drafting-open",
        ["act_suggestion_no_rival"] = "act.suggestion-rival",
        ["local_act_number"] = "act.number-taken",
    };
}
