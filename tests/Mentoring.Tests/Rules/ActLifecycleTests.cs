using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

public sealed class ActLifecycleTests
{
    /// <summary>The whole life, row by row; an empty cell is a step that is not possible.</summary>
    const string Table = """
        step          | Draft    | Agreed   | Approved | InForce    | Superseded | Repealed
        Revise        | Draft    | Draft    |          |            |            |
        RequestCosign | Draft    |          |          |            |            |
        Cosign        | Agreed   |          |          |            |            |
        RefuseCosign  | Draft    |          |          |            |            |
        Agree         | Agreed   |          |          |            |            |
        Return        |          | Draft    |          |            |            |
        Approve       |          | Approved |          |            |            |
        TakeEffect    |          |          | InForce  |            |            |
        Supersede     |          |          |          | Superseded |            |
        Repeal        | Repealed | Repealed | Repealed | Repealed   |            |
        """;

    public static IEnumerable<TestCaseData> EveryPair() => LifecycleTable.Cells(Table);

    [TestCaseSource(nameof(EveryPair))]
    public void Each_step_of_an_act_leads_where_the_table_says(string status, string step, string next) =>
        LifecycleTable.Holds(ActLifecycle.Steps, status, step, next);

    [Test]
    public void The_table_holds_every_pair() => LifecycleTable.IsComplete<ActStatus, ActStep>(Table);

    [Test]
    public void Whoever_has_no_right_takes_no_step() =>
        Assert.That(Enum.GetValues<ActStatus>().SelectMany(status => ActLifecycle.Permitted(status, true, true, false, false, false)), Is.Empty);

    [Test]
    public void What_is_offered_is_always_possible() => Assert.Multiple(() =>
    {
        foreach (var status in Enum.GetValues<ActStatus>())
            foreach (var (union, open) in (ReadOnlySpan<(bool, bool)>)[(true, true), (true, false), (false, false)])
                foreach (var step in ActLifecycle.Permitted(status, union, open, true, true, true))
                    Assert.That(ActLifecycle.Steps.Allows(status, step), $"{status} {step}");
    });

    [Test]
    public void A_text_is_read_into_parts()
    {
        var blocks = ActText.Read("# Приказ\n> справа\n^ посередине\n\n1. Первое\n| № | Дело |\n| 1 | Начать | лишнее |\nПосле\n## Раздел");
        Assert.That(blocks.Select(b => b.Kind), Is.EqualTo(new[]
        {
            PaperBlockKind.Title, PaperBlockKind.Right, PaperBlockKind.Centered, PaperBlockKind.Paragraph, PaperBlockKind.Table, PaperBlockKind.Paragraph,
                PaperBlockKind.Section,
        }));
        Assert.That(blocks[4].Rows.Select(row => row.Count), Is.All.EqualTo(3), "rows are of one length");
        Assert.That(blocks[0].Text, Is.EqualTo("Приказ"));
    }

    [Test]
    public void Every_kind_has_a_template_that_names_only_known_fields() => Assert.Multiple(() =>
    {
        foreach (var template in ActTemplates.BuiltIn.Values)
        {
            Assert.DoesNotThrow(() => ActTemplates.Check(template.Title + template.Body, ""), $"{template.Kind}");
            Assert.That(template.Body, Does.StartWith("# "), $"{template.Kind}");
            Assert.That(template.Body, Has.Length.LessThan(Json.LongestText), $"{template.Kind}");
        }

        Assert.Throws<BadInput>(() => ActTemplates.Check("{{ salary }}", ""));
        Assert.That(ActTemplates.Fill("{{head}} и {{chair}}", new Dictionary<string, string?> { ["head"] = "Орлова А. П." }),
            Is.EqualTo($"Орлова А. П. и {ActTemplates.Blank}"));
    });
}
