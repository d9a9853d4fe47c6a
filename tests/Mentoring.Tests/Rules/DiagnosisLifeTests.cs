using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

/// <summary>Every status with every step: of a diagnosis, and of an instrument's edition.</summary>
public sealed class DiagnosisLifeTests
{
    const string Diagnoses = """
        step      | Draft     | Done       | Superseded | Withdrawn
        Finish    | Done      |            |            |
        Supersede |           | Superseded |            |
        Withdraw  | Withdrawn |            |            |
        """;

    const string Instruments = """
        step     | Draft     | Published | Withdrawn
        Publish  | Published |           |
        Withdraw | Withdrawn | Withdrawn |
        """;

    [TestCaseSource(nameof(Cells), new object[] { Diagnoses })]
    public void A_diagnosis(string status, string step, string next) => LifecycleTable.Holds(DiagnosisLife.Steps, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Instruments })]
    public void An_instrument(string status, string step, string next) => LifecycleTable.Holds(DiagnosisLife.OfInstrument, status, step, next);

    [Test]
    public void The_tables_hold_every_pair()
    {
        LifecycleTable.IsComplete<DiagnosisStatus, DiagnosisStep>(Diagnoses);
        LifecycleTable.IsComplete<InstrumentStatus, InstrumentStep>(Instruments);
    }

    static IEnumerable<TestCaseData> Cells(string table) => LifecycleTable.Cells(table);
}
