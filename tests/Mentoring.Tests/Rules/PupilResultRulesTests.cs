using Mentoring.Api.Features.School.PupilResults;

namespace Mentoring.Tests.Rules;

/// <summary>Which counts can be, in which grade, and how files write them.</summary>
public sealed class PupilResultRulesTests
{
    static readonly DateOnly Today = new(2026, 6, 30);

    [TestCase(PupilResultKind.Vpr, "4 5 6 7 8 10")]
    [TestCase(PupilResultKind.Oge, "9")]
    [TestCase(PupilResultKind.Ege, "11")]
    [TestCase(PupilResultKind.Attainment, "1 2 3 4 5 6 7 8 9 10 11")]
    [TestCase(PupilResultKind.Olympiad, "1 2 3 4 5 6 7 8 9 10 11")]
    public void A_kind_has_its_grades(PupilResultKind kind, string grades) =>
        Assert.That(Enumerable.Range(-1, 14).Where(grade => PupilResultRules.HasGrade(kind, grade)), Is.EqualTo(grades.Split(' ').Select(int.Parse)));

    static string[] Faults(PupilResultKind kind, int pupils, int successful, int? prizes = null, AttainmentTerm? term = null, string? stage = null,
        string day = "2026-05-20", int grade = 6) =>
        [.. PupilResultRules.Faults(new(2025, kind, grade, term, stage), new(pupils, successful, DateOnly.Parse(day, null), prizes), Today)
            .Select(one => one.Member)];

    [Test]
    public void Counts_hold_together()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Faults(PupilResultKind.Vpr, 20, 20), Is.Empty);
            Assert.That(Faults(PupilResultKind.Vpr, 20, 21), Is.EqualTo(new[] { "successful" }));
            Assert.That(Faults(PupilResultKind.Vpr, 0, 0, 1), Is.EqualTo(new[] { "pupils", "prizes" }));
            Assert.That(Faults(PupilResultKind.Attainment, 20, 1), Is.EqualTo(new[] { "term" }));
            Assert.That(Faults(PupilResultKind.Attainment, 20, 1, term: AttainmentTerm.Year), Is.Empty);
            Assert.That(Faults(PupilResultKind.Olympiad, 20, 45, 3, stage: "school"), Is.Empty);
            Assert.That(Faults(PupilResultKind.Olympiad, 20, 2, 3), Is.EqualTo(new[] { "stage", "prizes" }));
            Assert.That(Faults(PupilResultKind.Vpr, 20, 1, day: "2025-08-31"), Is.EqualTo(new[] { "countedOn" }));
            Assert.That(Faults(PupilResultKind.Vpr, 20, 1, day: "2026-07-01"), Is.EqualTo(new[] { "countedOn" }));
            Assert.That(Faults(PupilResultKind.Oge, 20, 1), Is.EqualTo(new[] { "grade" }));
        });
    }
}
