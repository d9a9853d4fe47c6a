using Mentoring.Api.Features.Monitoring;

namespace Mentoring.Tests.Rules;

/// <summary>Small trees, written as "whole: part part; part: …"; what is not told is a dot.</summary>
public sealed class PublicationTests
{
    const int Least = 10;

    /// <param name="tree">Each line names a place with its parts: `RU a b, a a1=3 a2=40`. The first is the whole.</param>
    static string Told(string tree, int least = Least)
    {
        List<string> names = [tree.Split(' ')[0]];
        var (above, counts) = (new List<int> { -1 }, new List<int> { 0 });
        foreach (var line in tree.Split(", ").Select(line => line.Split(' ')))
            foreach (var part in line[1..].Select(part => part.Split('=')))
            {
                above.Add(names.IndexOf(line[0]));
                names.Add(part[0]);
                counts.Add(part.Length > 1 ? int.Parse(part[1], null) : 0);
            }

        var hidden = Publication.Of(new([.. above], [.. names.Select(_ => false)]), counts, least).Hidden;
        return string.Join(' ', names.Where((_, at) => hidden[at]));
    }

    [TestCase("RU a=40 b=12 c=25", "", Description = "Nothing small, nothing hidden")]
    [TestCase("RU a=40 b=0 c=25", "", Description = "Zero is told")]
    [TestCase("RU a=3 b=12 c=25 d=50", "a b c", Description = "One would follow, and of two each knows the other's: the next two go along, in their order")]
    [TestCase("RU a=3 b=0 c=25 d=50", "a c d", Description = "Zero is no help")]
    [TestCase("RU a=1 b=1 c=1 d=10 e=10", "a b c d e", Description = "Three are enough in number and not in what they may be")]
    [TestCase("RU a=9 b=9 c=9 d=10 e=10", "a b c", Description = "Small ones may protect one another")]
    [TestCase("RU a=5 b=6", "RU a b", Description = "Two do not protect one another against their own people: the whole goes too")]
    [TestCase("RU a=5", "RU a", Description = "Of one the whole is the same number")]
    [TestCase("RU a b, a a1=3 a2=40, b b1=30 b2=30 b3=30", "a b a1 a2 b1 b2", Description = "A whole that goes along takes parts with it")]
    [TestCase("RU a b, a a1=3 a2=40, b b1=50", "a b a1 a2 b1", Description = "Organizations of different places protect one another")]
    [TestCase("RU a b, a a1=1 a2=1 a3=1, b b1=30 b2=30 b3=30", "a b a1 a2 a3 b1 b2", Description = "A small whole is small as its parts are")]
    public void What_goes_along_is_what_is_needed(string tree, string hidden) => Assert.That(Told(tree), Is.EqualTo(hidden));

    [Test]
    public void Where_the_least_is_one_nothing_is_hidden() => Assert.That(Told("RU a=1 b=2", least: 1), Is.Empty);

    [Test]
    public void Order_and_not_size_tells_who_goes_along()
    {
        Assert.That(Told("RU a=3 b=100 c=11 d=11"), Is.EqualTo("a b c"));
        Assert.That(Told("RU a=3 b=11 c=100 d=11"), Is.EqualTo("a b c"));
    }

    [Test]
    public void Marks_say_what_stands_in_place_of_a_value()
    {
        static IndicatorMark? Mark(decimal? numerator, decimal? denominator, bool hidden = false, bool counted = true, int reported = 1, int expected = 1) =>
            new Cell(numerator, denominator, hidden, counted, reported, expected).Mark(IndicatorUnit.PerProgram);
        Assert.Multiple(() =>
        {
            Assert.That(Mark(null, null, hidden: true), Is.EqualTo(IndicatorMark.Suppressed));
            Assert.That(Mark(0, 0, counted: false, reported: 0, expected: 0), Is.EqualTo(IndicatorMark.Unavailable));
            Assert.That(Mark(0, 0, reported: 0, expected: 0), Is.EqualTo(IndicatorMark.NotApplicable));
            Assert.That(Mark(0, 0, reported: 0), Is.EqualTo(IndicatorMark.Unavailable));
            Assert.That(Mark(0, 0), Is.Null, "nothing stands below the line, and that is told");
            Assert.That(Mark(1, 30_000), Is.EqualTo(IndicatorMark.Low));
            Assert.That(Mark(0, 30_000), Is.Null, "a true zero");
            Assert.That(Mark(1, 3, reported: 0, expected: 0), Is.Null, "told is told");
        });
    }
}
