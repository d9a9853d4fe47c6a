using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

sealed class PeopleConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["person_merge_once"] = "person.merged-already",
        ["person_merge_live"] = "person.merged-already",
        ["person_merge_two"] = "person.merge-one",
        ["person_merge_clear"] = "conflict.try-again",
        ["person_merge_last"] = "person.merge-last",
        ["person_merge_turned"] = "person.merge-turned",
    };
}
