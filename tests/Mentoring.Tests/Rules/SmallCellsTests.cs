using Mentoring.Api.Features.Monitoring;

namespace Mentoring.Tests.Rules;

/// <summary>
/// Every table of a small world is published, and whoever knows the rule looks for what it may have been made of: no small count that is
/// not told is the same in all of these.
/// </summary>
public sealed class SmallCellsTests
{
    static IEnumerable<IReadOnlyList<IReadOnlyList<int>>> Tables(int parts, int most) =>
        Rows(parts, most).Select(row => (IReadOnlyList<IReadOnlyList<int>>)[row]);

    static IEnumerable<int[]> Rows(int parts, int most) =>
        parts == 0 ? [[]] : Rows(parts - 1, most).SelectMany(rest => Enumerable.Range(0, most + 1).Select(one => (int[])[.. rest, one]));

    static string Told(SmallCells.Hidden hidden, IReadOnlyList<IReadOnlyList<int>> columns) => string.Join(" | ", columns.Select(column =>
        $"{(hidden.Whole ? "·" : $"{column.Sum()}")} = {string.Join(" + ", column.Select((count, part) => hidden.Parts[part] ? "·" : $"{count}"))}"));

    /// <param name="judged">Larger counts are there for smaller ones to be mistaken for: beyond them the world ends.</param>
    static void NothingFollows(IEnumerable<IReadOnlyList<IReadOnlyList<int>>> tables, bool[] before, int least, int judged, bool tellsNought = true)
    {
        var published = 0;
        foreach (var same in tables.GroupBy(columns => Told(SmallCells.Of(columns, before, least, tellsNought), columns)))
        {
            published++;
            var (first, hidden) = (same.First(), SmallCells.Of(same.First(), before, least, tellsNought));
            if (first.Any(column => column.Any(count => count > judged))) continue;
            for (var column = 0; column < first.Count; column++)
                for (var part = 0; part < before.Length; part++)
                    if (hidden.Parts[part] && first[column][part] < least && same.All(table => table[column][part] == first[column][part]))
                        Assert.Fail($"part {part} must be {first[column][part]}: {same.Key}");
        }

        Assert.That(published, Is.GreaterThan(200));
    }

    [TestCase(2, 40, true)]
    [TestCase(3, 19, true)]
    [TestCase(4, 12, true)]
    [TestCase(2, 40, false)]
    [TestCase(3, 19, false)]
    [TestCase(4, 12, false)]
    public void No_small_count_follows_from_what_is_told_and_the_rule(int parts, int most, bool tellsNought) =>
        NothingFollows(Tables(parts, most), new bool[parts], 5, most - 5, tellsNought);

    [Test]
    public void Nor_where_parts_are_not_told_anyhow()
    {
        foreach (var before in (bool[][])[[true, false, false], [true, true, false], [false, true, false, true], [true, true, true, false]])
            NothingFollows(Tables(before.Length, before.Length == 3 ? 19 : 12), before, 5, 7);
    }

    [Test]
    public void Nor_from_the_parts_of_an_area_to_which_a_person_may_belong_at_once()
    {
        int[] few = [.. Enumerable.Range(0, 8)];
        var cells = few.SelectMany(a => few.Select(b => (a, b)))
            .SelectMany(one => Enumerable.Range(Math.Max(one.a, one.b), Math.Min(one.a, one.b) + 1).Select(both => (one.a, one.b, both)))
            .Where(one => one.both <= 8).ToList();
        NothingFollows(
            cells.SelectMany(x => cells.Select(y => (IReadOnlyList<IReadOnlyList<int>>)[[x.a, y.a], [x.b, y.b], [x.both, y.both]])),
            new bool[2], 3, 5);
    }

    [Test]
    public void What_is_told_is_as_it_was_and_nothing_is_withheld_without_need()
    {
        static string Parts(SmallCells.Hidden hidden) => string.Concat(hidden.Parts.Select(one => one ? '·' : '+'));
        var all = SmallCells.Of([[40, 12, 0, 25]], new bool[4], 10, true);
        Assert.That((all.Whole, Parts(all)), Is.EqualTo((false, "++++")));
        var one = SmallCells.Of([[0, 12, 40, 3]], new bool[4], 10, true);
        Assert.That((one.Whole, Parts(one)), Is.EqualTo((false, "+·+·")), "the first of the others that has anybody");
        var few = SmallCells.Of([[4, 0, 0, 3]], new bool[4], 10, true);
        Assert.That((few.Whole, Parts(few)), Is.EqualTo((true, "·++·")));
    }
}
