using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Region.Diagnosis;

/// <summary>Who hears of what happens in this area.</summary>
sealed class DiagnosisTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new DiagnosisStarted(), "School", "DiagnosisAsked: Concerned"),
        new(new DiagnosisSaved(), "School", ""),
        new(new DiagnosisMoved(DiagnosisStep.Finish), "School", "DiagnosisFilled: Concerned"),
        new(new DiagnosisMoved(DiagnosisStep.Withdraw), "School", ""),
        new(new DiagnosisReadersChanged(), "School", "DiagnosisShared: Concerned"),
        new(new InstrumentDrafted("own", 1), "School", ""),
        new(new InstrumentMoved(InstrumentStep.Publish), "School", ""),
    ];
}
