using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

sealed class DiagnosisConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["diagnosis_one_draft"] = "diagnosis.draft-exists",
        ["instrument_one_draft"] = "instrument.draft-exists",
        ["instrument_edition"] = "conflict.try-again",
    };
}
