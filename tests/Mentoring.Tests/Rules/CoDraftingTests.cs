using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

public sealed class CoDraftingTests
{
    const string Suggestions = """
        step        | Proposed  | Accepted     | Declined | Withdrawn | Incorporated
        Accept      | Accepted  |              | Accepted |           |
        Decline     | Declined  | Declined     |          |           |
        Withdraw    | Withdrawn |              |          |           |
        Incorporate |           | Incorporated |          |           |
        """;

    [TestCaseSource(nameof(Cells), new object[] { Suggestions })]
    public void A_suggestion(string status, string step, string next) => LifecycleTable.Holds(CoDrafting.Suggestion, status, step, next);

    [Test]
    public void The_table_holds_every_pair() => LifecycleTable.IsComplete<SuggestionStatus, SuggestionStep>(Suggestions);

    [Test]
    public void Nobody_answers_their_own_words_and_nobody_takes_back_another_ones() => Assert.Multiple(() =>
    {
        foreach (var status in Enum.GetValues<SuggestionStatus>())
        {
            Assert.That(CoDrafting.Permitted(status, true, writes: true, own: true), Is.SubsetOf(new[] { SuggestionStep.Withdraw }));
            Assert.That(CoDrafting.Permitted(status, true, writes: false, own: false), Is.Empty);
            Assert.That(CoDrafting.Permitted(status, false, writes: true, own: false), Is.Empty, "the act is no draft any more");
        }
    });

    [Test]
    public void Accepted_words_take_the_place_of_whole_lines()
    {
        const string Text = "# Положение\n1. Срок уведомления: 3 дня\n  2. Доплата  \n3. Прочее";
        Assert.That(CoDrafting.Passages(Text), Is.EqualTo(new[] { "# Положение", "1. Срок уведомления: 3 дня", "2. Доплата", "3. Прочее" }));
        Assert.That(CoDrafting.Incorporate(Text, [("2. Доплата", "2. Доплата 5 000 рублей\n2.1. Срок выплаты"), ("3. Прочее", "3. Иное")]),
            Is.EqualTo("# Положение\n1. Срок уведомления: 3 дня\n2. Доплата 5 000 рублей\n2.1. Срок выплаты\n3. Иное"));
        Assert.Throws<RuleViolation>(() => CoDrafting.Incorporate(Text, [("4. Нет такой", "4. Есть")]));
    }

    static IEnumerable<TestCaseData> Cells(string table) => LifecycleTable.Cells(table);
}
