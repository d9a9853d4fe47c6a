using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

sealed class PracticesConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["practice_use_once"] = "practice.used-already",
        ["practice_one_successor"] = "practice.successor-exists",
    };
}
