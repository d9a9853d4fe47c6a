using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

sealed class PsychologyConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["pulse_one_open"] = "pulse.open-already",
    };
}
