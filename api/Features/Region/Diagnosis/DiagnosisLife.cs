using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>The lives of a diagnosis and of an instrument's edition. What was done or published never changes.</summary>
public static class DiagnosisLife
{
    public static readonly Lifecycle<DiagnosisStatus, DiagnosisStep> Steps =
        new("diagnosis.not-now", new Dictionary<(DiagnosisStatus, DiagnosisStep), DiagnosisStatus>
        {
            [(DiagnosisStatus.Draft, DiagnosisStep.Finish)] = DiagnosisStatus.Done,
            [(DiagnosisStatus.Draft, DiagnosisStep.Withdraw)] = DiagnosisStatus.Withdrawn,
            [(DiagnosisStatus.Done, DiagnosisStep.Supersede)] = DiagnosisStatus.Superseded,
        });

    public static readonly Lifecycle<InstrumentStatus, InstrumentStep> OfInstrument =
        new("instrument.not-now", new Dictionary<(InstrumentStatus, InstrumentStep), InstrumentStatus>
        {
            [(InstrumentStatus.Draft, InstrumentStep.Publish)] = InstrumentStatus.Published,
            [(InstrumentStatus.Draft, InstrumentStep.Withdraw)] = InstrumentStatus.Withdrawn,
            [(InstrumentStatus.Published, InstrumentStep.Withdraw)] = InstrumentStatus.Withdrawn,
        });
}
