using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.Diagnosis;

/// <summary>Who hears of what happens in this area.</summary>
sealed class DiagnosisTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new DiagnosisStarted(), "Diagnosis", "DiagnosisAsked: Named"),
        new(new DiagnosisSaved(), "School", ""),
        new(new DiagnosisMoved(DiagnosisStep.Finish), "Diagnosis", "DiagnosisFilled: Named"),
        new(new DiagnosisMoved(DiagnosisStep.Withdraw), "School", ""),
        new(new DiagnosisReadersChanged(), "Diagnosis", "DiagnosisShared: Named"),
        new(new DiagnosisHanded(), "Diagnosis", "DiagnosisImported: Named"),
        new(new DiagnosisEvidenceAdded(), "School", ""),
        new(new DiagnosisEvidenceRemoved(), "School", ""),
        new(new OutsideResultsUploaded("x"), "School", ""),
        new(new InstrumentRevised("own"), "School", ""),
        new(new InstrumentDrafted("own", 1), "School", ""),
        new(new InstrumentMoved(InstrumentStep.Publish), "School", ""),
    ];
}
