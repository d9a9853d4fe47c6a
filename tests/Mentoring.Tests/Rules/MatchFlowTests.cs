using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

/// <summary>The flow beside every assignment there is, on cases small enough to try them all.</summary>
public sealed class MatchFlowTests
{
    /// <param name="Points">By mentee and column; 0 is no pair.</param>
    /// <param name="FirstPairs">Of each mentee in the network at first: few, so that the prices have to find the rest.</param>
    public sealed record Case(int[][] Points, int[] Places, int FirstPairs);

    static readonly Arbitrary<Case> Cases = (
        from mentees in Gen.Choose(0, 6)
        from columns in Gen.Choose(0, 4)
        from points in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 100)), (1, Gen.Choose(40, 44))).ArrayOf(columns).ArrayOf(mentees)
        from places in Gen.Choose(0, 3).ArrayOf(columns)
        from first in Gen.Choose(1, 4)
        select new Case(points, places, first)).ToArbitrary();

    static void Holds(Action<Case> property) => Prop.ForAll(Cases, property).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    static int[] Solve(Case given) => MatchFlow.Solve(given.Points.Length, given.Places, (mentee, column) => given.Points[mentee][column], given.FirstPairs);

    /// <summary>Pairs first, then points less what crowding costs.</summary>
    static (int Pairs, int Points) Value(Case given, IReadOnlyList<int> chosen) => (
        chosen.Count(column => column >= 0),
        chosen.Select((column, mentee) => column < 0 ? 0 : given.Points[mentee][column]).Sum()
            - chosen.Where(column => column >= 0).GroupBy(column => column).Sum(taken => MatchFlow.Spread * taken.Count() * (taken.Count() - 1) / 2));

    static IEnumerable<int[]> Everything(Case given, int mentee, int[] left)
    {
        if (mentee == given.Points.Length) return [[]];
        return Enumerable.Range(-1, left.Length + 1)
            .Where(column => column < 0 || (left[column] > 0 && given.Points[mentee][column] > 0))
            .SelectMany(column => Everything(given, mentee + 1, [.. left.Select((places, i) => i == column ? places - 1 : places)])
                .Select(rest => (int[])[column, .. rest]));
    }

    [Test]
    public void No_other_assignment_is_better() => Holds(given =>
        Assert.That(Value(given, Solve(given)), Is.EqualTo(Everything(given, 0, given.Places).Max(chosen => Value(given, chosen)))));

    /// <summary>Mentee 0 before mentee 1, and so on: of the best assignments the one whose left out come last.</summary>
    [Test]
    public void Of_the_best_assignments_the_one_that_serves_who_comes_first() => Holds(given =>
    {
        var all = Everything(given, 0, given.Places).ToList();
        var best = all.Max(chosen => Value(given, chosen));
        static string Served(IEnumerable<int> chosen) => string.Concat(chosen.Select(column => column >= 0 ? '1' : '0'));
        var first = all.Where(chosen => Value(given, chosen) == best).Select(Served).Order(StringComparer.Ordinal).Last();
        Assert.That(Served(Solve(given)), Is.EqualTo(first));
    });

    [Test]
    public void Places_are_never_overrun_and_only_pairs_are_chosen() => Holds(given =>
    {
        var chosen = Solve(given);
        Assert.That(chosen, Has.Length.EqualTo(given.Points.Length));
        for (var column = 0; column < given.Places.Length; column++) Assert.That(chosen.Count(c => c == column), Is.LessThanOrEqualTo(given.Places[column]));
        Assert.That(chosen.Select((column, mentee) => column < 0 || given.Points[mentee][column] > 0), Is.All.True);
    });

    [Test]
    public void Mentees_who_are_alike_are_served_as_each_would_be_alone() => Holds(given =>
    {
        // Two of each in turn, so that the numbers of a kind are no neighbours.
        var count = given.Points.Length;
        var twice = given with { Points = [.. given.Points, .. given.Points], Places = [.. given.Places.Select(places => places * 2)] };
        int[][] kinds = [.. Enumerable.Range(0, count).Select(kind => new[] { kind, count + kind })];
        var (alone, alike) = (Solve(twice), MatchFlow.Solve(kinds, twice.Places, (kind, column) => given.Points[kind][column], given.FirstPairs));
        Assert.That(Value(twice, alike), Is.EqualTo(Value(twice, alone)));
        Assert.That(alike.Select(column => column >= 0), Is.EqualTo(alone.Select(column => column >= 0)));
        for (var column = 0; column < twice.Places.Length; column++) Assert.That(alike.Count(c => c == column), Is.LessThanOrEqualTo(twice.Places[column]));
    });

    [Test]
    public void One_more_pair_is_worth_more_than_all_points()
    {
        // The first mentee would be best with the only mentor whom the second can have.
        int[][] points = [[100, 1], [1, 0]];
        Assert.That(MatchFlow.Solve(2, [1, 1], (mentee, column) => points[mentee][column]), Is.EqualTo(new[] { 1, 0 }));
    }

    [Test]
    public void Equal_mentors_share_the_work() =>
        Assert.That(MatchFlow.Solve(4, [4, 4], (_, _) => 50).GroupBy(column => column).Select(taken => taken.Count()), Is.EqualTo(new[] { 2, 2 }));
}
