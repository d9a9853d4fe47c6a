using Mentoring.Api.Features.Monitoring;
using Rule = Mentoring.Api.Features.Monitoring.Publication.Rules;
using Tree = Mentoring.Api.Features.Monitoring.Publication.Tree;

namespace Mentoring.Tests.Rules;

/// <summary>
/// A thousand trees of five levels over a quarter, published month by month and as a quarter, and attacked by whoever reads of them what
/// one role may: no small count is found more closely than from one for each of its organizations to the least that is told.
/// </summary>
public sealed class PublicationAttackTests
{
    const int Least = 10, Months = 3;
    const double Near = 1e-6;

    /// <param name="Level">0 the federation, 4 organizations.</param>
    sealed record World(IReadOnlyList<int> Above, IReadOnlyList<int> Level, int[][] Counts)
    {
        public Tree Tree { get; } = new(Above, [.. Above.Select(_ => false)]);
        public IReadOnlyList<int>[] Parts { get; } =
            [.. Above.Select((_, at) => (IReadOnlyList<int>)[.. Enumerable.Range(0, Above.Count).Where(part => Above[part] == at)])];
        public int Size => Above.Count;

        public bool Contains(int place, int part) => part >= 0 && (place == part || Contains(place, Above[part]));
    }

    static World Grown(int seed)
    {
        var random = new Random(seed);
        var (above, level) = (new List<int> { -1 }, new List<int> { 0 });
        int[] most = [0, 2, 3, 4, 5];
        for (var at = 0; at < above.Count; at++)
            for (var part = level[at] < 4 ? random.Next(1, most[level[at] + 1] + 1) : 0; part > 0; part--)
            {
                above.Add(at);
                level.Add(level[at] + 1);
            }

        var (none, small) = (random.NextDouble() * 0.5, random.NextDouble());
        int Count() => random.NextDouble() < none ? 0 : random.NextDouble() < small ? random.Next(1, Least) : random.Next(Least, 60);
        var counts = Enumerable.Range(0, Months).Select(_ => level.Select(of => of == 4 ? Count() : 0).ToArray()).ToArray();
        foreach (var month in counts)
            for (var at = above.Count - 1; at > 0; at--) month[above[at]] += month[at];
        return new(above, level, counts);
    }

    static int[] Leaves(World world, int[] month) => [.. month.Select((count, at) => world.Level[at] == 4 ? count : 0)];

    /// <param name="reads">Cells that the role reads where they are told.</param>
    /// <param name="own">Whose count the role knows anyhow.</param>
    static CellAttack Attack(World world, bool[][] hidden, bool union, Func<int, bool> reads, int own)
    {
        int At(int month, int cell) => month * world.Size + cell;
        var (told, least) = (new int?[Months * world.Size], new int[Months * world.Size]);
        var sums = new List<(IReadOnlyList<int>, int?, double)>();
        for (var month = 0; month < Months; month++)
            for (var cell = 0; cell < world.Size; cell++)
            {
                if (cell == own || (reads(cell) && !hidden[month][cell])) told[At(month, cell)] = world.Counts[month][cell];
                else least[At(month, cell)] = reads(cell) ? 1 : 0;
                var now = month;
                if (world.Parts[cell].Count > 0) sums.Add(([.. world.Parts[cell].Select(part => At(now, part))], At(month, cell), 0));
            }

        // The quarter: what is hidden in a month is hidden in it; without that rule what is small in the quarter.
        for (var cell = 0; cell < world.Size; cell++)
        {
            var quarter = world.Counts.Sum(month => month[cell]);
            var isTold = union ? !hidden.Any(month => month[cell]) : quarter == 0 || quarter >= Least;
            if (reads(cell) && isTold) sums.Add(([.. Enumerable.Range(0, Months).Select(month => At(month, cell))], null, quarter));
        }

        return new(told, least, sums);
    }

    /// <summary>What a role finds of small counts, as words; nothing is as it should be.</summary>
    static IEnumerable<string> Found(World world, bool[][] hidden, bool union, Func<int, bool> reads, int own)
    {
        var attack = Attack(world, hidden, union, reads, own);
        for (var month = 0; month < Months; month++)
            for (var cell = 0; cell < world.Size; cell++)
            {
                var count = world.Counts[month][cell];
                if (count is 0 or >= Least || (own >= 0 && world.Contains(cell, own))) continue;
                if (reads(cell) && !hidden[month][cell])
                {
                    yield return $"{count} is told";
                    continue;
                }

                var floor = Enumerable.Range(0, world.Size).Where(leaf => world.Level[leaf] == 4 && world.Contains(cell, leaf))
                    .Count(leaf => world.Counts[month][leaf] > 0);
                var (low, high) = attack.Range(month * world.Size + cell);
                if (low > floor + Near || high < Least - Near) yield return $"cell {cell} of month {month}, {count}, is between {low} and {high}";
            }

        attack.Forget();
    }

    /// <summary>What anybody finds: who reads everything, the people of an organization, whoever keeps a municipality.</summary>
    static IEnumerable<string> Found(World world, int seed, Rule rules = Rule.All, bool union = true)
    {
        var hidden = world.Counts.Select(month => Publication.Of(world.Tree, Leaves(world, month), Least, rules).Hidden.ToArray()).ToArray();
        var random = new Random(seed);
        var leaves = Enumerable.Range(0, world.Size).Where(cell => world.Level[cell] == 4).ToList();
        var large = leaves.Where(leaf => hidden[0][leaf]).OrderByDescending(leaf => world.Counts[0][leaf]).FirstOrDefault(leaves[0]);
        var any = leaves[random.Next(leaves.Count)];
        var municipality = world.Above[any];
        return Found(world, hidden, union, _ => true, -1)
            .Concat(Found(world, hidden, union, _ => true, large)).Concat(Found(world, hidden, union, _ => true, any))
            .Concat(Found(world, hidden, union, cell => world.Level[cell] < 4, any))
            .Concat(Found(world, hidden, union, cell => world.Level[cell] < 4 || world.Above[cell] == municipality, -1));
    }

    [Test]
    public void Of_a_thousand_trees_no_role_finds_a_small_count([Range(0, 9)] int hundred)
    {
        var smalls = 0;
        for (var seed = hundred * 100; seed < (hundred + 1) * 100; seed++)
        {
            var world = Grown(seed);
            smalls += world.Counts.Sum(month => month.Count(count => count is > 0 and < Least));
            Assert.That(Found(world, seed).FirstOrDefault(), Is.Null, $"tree {seed}");
        }

        Assert.That(smalls, Is.GreaterThan(1000));
    }

    [Test]
    public void Without_any_one_of_the_rules_there_are_leaks(
        [Values(Rule.Small, Rule.Complement, Rule.Enough, Rule.Above, Rule.Below, Rule.Known)] Rule rule) =>
        Assert.That(Enumerable.Range(0, 100).SelectMany(seed => Found(Grown(seed), seed, Rule.All & ~rule)).Any());

    [Test]
    public void Nor_would_a_quarter_be_safe_that_hides_by_its_own_sum() =>
        Assert.That(Enumerable.Range(0, 100).SelectMany(seed => Found(Grown(seed), seed, union: false)).Any());

    /// <summary>Half the trees would be hidden whole if more went along than is needed.</summary>
    [Test]
    public void What_is_told_is_most_of_what_could_be()
    {
        var (told, large) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var world = Grown(seed);
            var hidden = Publication.Of(world.Tree, Leaves(world, world.Counts[0]), Least).Hidden;
            large += world.Counts[0].Where((_, cell) => world.Level[cell] < 4).Count(count => count >= Least);
            told += world.Counts[0].Where((count, cell) => world.Level[cell] < 4 && count >= Least && !hidden[cell]).Count();
        }

        TestContext.Out.WriteLine($"{told} of {large} places that are not small are told");
        Assert.That(told, Is.GreaterThan(large / 4));
    }

    /// <summary>As the job does: parts of places that changed, are small or were hidden are read, and others when they are wanted.</summary>
    [Test]
    public void Reading_only_where_something_is_asked_gives_the_same()
    {
        var unread = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var (world, random) = (Grown(seed), new Random(seed));
            var before = Leaves(world, world.Counts[0]);
            var was = Publication.Of(world.Tree, before, Least).Hidden;
            var changed = Enumerable.Range(0, world.Size).Where(cell => world.Level[cell] == 4).OrderBy(_ => random.Next()).First();
            var after = before.ToArray();
            after[changed] = random.Next(0, 30);
            var sums = after.ToArray();
            for (var at = world.Size - 1; at > 0; at--) sums[world.Above[at]] += sums[at];

            var whole = Publication.Of(world.Tree, after, Least).Hidden;
            bool[] closed = [.. Enumerable.Range(0, world.Size).Select(cell => world.Level[cell] == 3 && !was[cell] && cell != world.Above[changed]
                && (sums[cell] == 0 || sums[cell] >= Least))];
            while (true)
            {
                List<int> there = [.. Enumerable.Range(0, world.Size).Where(cell => world.Level[cell] < 4 || !closed[world.Above[cell]])];
                var tree = new Tree([.. there.Select(cell => cell == 0 ? -1 : there.IndexOf(world.Above[cell]))], [.. there.Select(cell => closed[cell])]);
                var answer = Publication.Of(tree, [.. there.Select(cell => closed[cell] ? sums[cell] : after[cell])], Least);
                foreach (var wanted in answer.Wanted) closed[there[wanted]] = false;
                if (answer.Wanted.Count > 0) continue;
                unread += closed.Count(one => one);
                var differs = there.Where((cell, at) => answer.Hidden[at] != whole[cell]).ToList();
                var others = Enumerable.Range(0, world.Size).Except(there).Where(cell => was[cell] != whole[cell]).ToList();
                Assert.That((differs, others), Is.EqualTo((new List<int>(), new List<int>())), $"tree {seed}");
                break;
            }
        }

        Assert.That(unread, Is.GreaterThan(100));
    }
}
