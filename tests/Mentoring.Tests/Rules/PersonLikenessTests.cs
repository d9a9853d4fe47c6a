using Mentoring.Api.Features.Common.People;

namespace Mentoring.Tests.Rules;

/// <summary>When two records may be one person, and why it is likely.</summary>
public sealed class PersonLikenessTests
{
    static readonly PersonKey s_one = new()
    {
        NameKey = "иванова анна", GivenKey = "анна", PatronymicKey = "петровна", BirthDate = new(1980, 5, 5), Email = "a@x.example", SnilsKey = "k1",
    };

    static readonly object[] s_cases =
    [
        new object?[] { s_one, null, "Snils BirthDate Email" },
        new object?[] { s_one with { SnilsKey = "k2" }, MergeObstacle.OtherSnils, "BirthDate Email" },
        new object?[] { s_one with { SnilsKey = null }, null, "BirthDate Email" },
        new object?[] { s_one with { NameKey = "петрова анна", BirthDate = null, Email = null }, null, "Snils" },
        new object?[] { s_one with { SnilsKey = null, BirthDate = null }, null, "Email" },
        new object?[] { s_one with { SnilsKey = null, BirthDate = null, Email = null }, null, "" },
        new object?[] { s_one with { SnilsKey = null, BirthDate = new(1981, 5, 5) }, MergeObstacle.Unlike, "Email" },
        new object?[] { s_one with { SnilsKey = null, PatronymicKey = "" }, null, "BirthDate Email" },
        new object?[] { s_one with { SnilsKey = null, PatronymicKey = "ивановна", Email = null }, MergeObstacle.Unlike, "" },
        new object?[] { s_one with { SnilsKey = null, NameKey = "петрова анна", Email = null }, null, "" },
        new object?[] { s_one with { SnilsKey = null, NameKey = "петрова анна", PatronymicKey = "" }, null, "" },
        new object?[] { s_one with { SnilsKey = null, NameKey = "петрова анна", PatronymicKey = "", Email = null }, MergeObstacle.Unlike, "" },
        new object?[] { s_one with { SnilsKey = null, NameKey = "петрова мария", GivenKey = "мария" }, MergeObstacle.Unlike, "" },
        new object?[] { s_one with { SnilsKey = null, NameKey = "петрова анна", BirthDate = null }, MergeObstacle.Unlike, "" },
    ];

    [TestCaseSource(nameof(s_cases))]
    public void Two_records_may_be_one_unless_they_contradict(PersonKey other, MergeObstacle? obstacle, string reasons)
    {
        Assert.That(PersonMerges.Contradiction(s_one, other), Is.EqualTo(obstacle));
        Assert.That(PersonMerges.Contradiction(other, s_one), Is.EqualTo(obstacle), "whichever stays");
        Assert.That(string.Join(' ', PersonMerges.Reasons(s_one, other)), Is.EqualTo(reasons));
    }

    [Test]
    public void What_stood_before_a_change_by_hand_is_asked_too()
    {
        var bare = s_one with { SnilsKey = null };
        var other = bare with { NameKey = "петрова мария", GivenKey = "мария" };
        Assert.That(PersonMerges.Contradiction(bare, bare, other, bare), Is.EqualTo(MergeObstacle.Unlike));
        Assert.That(PersonMerges.Contradiction(bare, bare, bare, bare with { BirthDate = new(1981, 5, 5) }), Is.EqualTo(MergeObstacle.Unlike));
        Assert.That(PersonMerges.Contradiction(bare, bare, bare with { NameKey = "петрова анна" }, bare), Is.Null, "another family name, as of old");
        Assert.That(PersonMerges.Contradiction(s_one, s_one, s_one with { NameKey = "петрова мария", BirthDate = null }, s_one), Is.Null);
    }
}
