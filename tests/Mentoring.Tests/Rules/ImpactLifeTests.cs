using Mentoring.Api.Features.School.Impact;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

/// <summary>Every status with every step, and what is asked as the product ships it.</summary>
public sealed class ImpactLifeTests
{
    const string Measures = """
        step     | Draft | Sent      | Withdrawn
        Save     | Draft |           | Draft
        Send     | Sent  |           |
        Correct  |       | Sent      |
        Withdraw |       | Withdrawn |
        """;

    [TestCaseSource(nameof(Cells), new object[] { Measures })]
    public void A_measure(string status, string step, string next) => LifecycleTable.Holds(ImpactLife.Steps, status, step, next);

    [Test]
    public void The_table_holds_every_pair() => LifecycleTable.IsComplete<ImpactStatus, ImpactStep>(Measures);

    static IEnumerable<TestCaseData> Cells(string table) => LifecycleTable.Cells(table);

    [TestCase("Mentee", 4)]
    [TestCase("Mentor", 4)]
    [TestCase("School", 6)]
    public void What_is_asked_tells_of_every_result_in_five_words(string subject, int results)
    {
        var asked = ImpactInstrument.Read(ReferenceFiles.ImpactInstruments().Last(row => row.Subject == subject).Content.GetRawText());
        Assert.Multiple(() =>
        {
            Assert.That(asked.Levels.Select(level => level.Value), Is.EqualTo(Enumerable.Range(1, 5)));
            Assert.That(asked.Scales.Select(scale => scale.Result).Distinct().Order(), Is.EqualTo(Enumerable.Range(1, results)));
            Assert.That(asked.Scales.SelectMany(scale => scale.Items).Select(item => item.Code), Is.Unique);
            Assert.That(asked.Scales.Select(scale => scale.Items.Count), Is.All.GreaterThanOrEqualTo(2));
        });
    }

    [Test]
    public void Scores_are_means_and_results_are_turned_so_that_more_is_better()
    {
        var asked = ImpactInstrument.Read(ReferenceFiles.ImpactInstruments().Last(row => row.Subject == "Mentee").Content.GetRawText());
        var answers = asked.Scales.SelectMany(scale => scale.Items).ToDictionary(item => item.Code, item => item.Code.StartsWith("strain") ? 1 : 4);
        answers["results-1"] = 5;
        var scores = asked.Score(answers);
        Assert.That((scores["results"], scores["strain"]), Is.EqualTo((4.33m, 1m)));
        Assert.That(asked.ResultsOf(scores), Is.EqualTo(new decimal?[] { 4.33m, 4m, 4m, 4.5m }));
        Assert.That(asked.ResultsOf(new Dictionary<string, decimal>()), Is.All.Null);
    }
}
