using Google.OrTools.Graph;

namespace Mentoring.Api.Platform;

/// <summary>
/// The best assignment of mentees to places: as many mentees as possible first, then the most points, where each further
/// place of one mentor costs <see cref="Spread"/> more than the one before, so that equal mentors share the work.
/// A capacitated min-cost flow (Google.OrTools). Of a big region only each mentee's best pairs enter the network; prices of
/// that network's optimum then show which of the pairs left out could better it, these are added, and it is solved again
/// until there is none: the result is the optimum over all pairs. Of the mentees between whom neither the number of pairs nor
/// the points decide, those who come first in the list get a mentor (<see cref="MatchTies"/>).
/// </summary>
public static class MatchFlow
{
    public const int Spread = 3;

    /// <param name="mentees">How many; in the order in which equals are served.</param>
    /// <param name="places">Free places of each column: a mentor or a group.</param>
    /// <param name="points">Of a mentee in a column; 0 where the two are no pair.</param>
    /// <param name="best">Pairs of each mentee that enter the network at first.</param>
    /// <returns>Each mentee's column; -1 for none.</returns>
    public static int[] Solve(int mentees, IReadOnlyList<int> places, Func<int, int, int> points, int best = 48) =>
        Solve([.. Enumerable.Range(0, mentees).Select(mentee => new[] { mentee })], places, points, best);

    /// <summary>The same of mentees whose points are alike, which makes a small network of many people.</summary>
    /// <param name="kinds">The mentees of each kind, by their numbers in the order in which equals are served: every number once.</param>
    /// <param name="places">Free places of each column.</param>
    /// <param name="points">Of every mentee of a kind in a column; 0 where they are no pair.</param>
    /// <param name="best">Pairs of each kind that enter the network at first.</param>
    public static int[] Solve(IReadOnlyList<int[]> kinds, IReadOnlyList<int> places, Func<int, int, int> points, int best)
    {
        if (kinds.Count == 0 || places.Count == 0) return [.. Enumerable.Repeat(-1, kinds.Sum(kind => kind.Length))];
        var pairs = new int[kinds.Count][];
        var all = new HashSet<int>[kinds.Count];
        Parallel.For(0, kinds.Count, kind =>
        {
            pairs[kind] = Best(kind, places, points, best, _ => 0);
            all[kind] = [.. pairs[kind]];
        });

        while (true)
        {
            var network = new Network(kinds, pairs, places, points);
            var served = network.Solve();
            var prices = network.Prices(served);
            var added = new int[kinds.Count][];
            Parallel.For(0, kinds.Count, kind =>
            {
                var better = Best(kind, places, points, best, column => prices.Kinds[kind] - prices.Columns[column]);
                added[kind] = [.. better.Where(column => !all[kind].Contains(column))];
            });
            if (added.All(columns => columns.Length == 0)) return new MatchTies(kinds, served, places, points, prices).Settle();
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                if (added[kind].Length == 0) continue;
                all[kind].UnionWith(added[kind]);
                pairs[kind] = [.. pairs[kind], .. added[kind]];
            }
        }
    }

    /// <summary>The kind's columns with the most points above what they have to pass, at most so many.</summary>
    static int[] Best(int kind, IReadOnlyList<int> places, Func<int, int, int> points, int most, Func<int, long> toPass)
    {
        var heap = new PriorityQueue<int, (long Points, int Column)>(most + 1);
        for (var column = 0; column < places.Count; column++)
        {
            if (places[column] == 0) continue;
            var worth = points(kind, column);
            var gain = worth - toPass(column);
            if (worth <= 0 || gain <= 0) continue;
            if (heap.Count < most) heap.Enqueue(column, (gain, -column));
            else heap.EnqueueDequeue(column, (gain, -column));
        }

        var columns = new int[heap.Count];
        for (var i = columns.Length - 1; i >= 0; i--) columns[i] = heap.Dequeue();
        return columns;
    }

    /// <summary>Kinds of mentees, columns and one sink. Nobody for a mentee is an arc too, dearer than everything else together.</summary>
    sealed class Network(IReadOnlyList<int[]> kinds, int[][] pairs, IReadOnlyList<int> places, Func<int, int, int> points)
    {
        readonly int _kinds = kinds.Count;
        readonly int _sink = kinds.Count + places.Count;

        // More points than any exchange along one path could move: one more pair is worth more than all points.
        readonly long _nobody = (200L + Spread * (places.Max() + 1L)) * (kinds.Count + 1);

        public MatchServed Solve()
        {
            var flow = new MinCostFlow(_sink + 1, pairs.Sum(columns => columns.Length + 1) + places.Sum());
            var arcs = new List<(int Arc, int Kind, int Column)>();
            for (var kind = 0; kind < _kinds; kind++)
            {
                var people = kinds[kind].Length;
                foreach (var column in pairs[kind])
                    arcs.Add((flow.AddArcWithCapacityAndUnitCost(kind, _kinds + column, people, -points(kind, column)), kind, column));
                flow.AddArcWithCapacityAndUnitCost(kind, _sink, people, _nobody);
                flow.SetNodeSupply(kind, people);
            }

            for (var column = 0; column < places.Count; column++)
                for (var place = 0; place < places[column]; place++)
                    flow.AddArcWithCapacityAndUnitCost(_kinds + column, _sink, 1, Spread * place);
            flow.SetNodeSupply(_sink, -kinds.Sum(kind => kind.Length));
            var status = flow.Solve();
            if (status != MinCostFlowBase.Status.OPTIMAL) throw new InvalidOperationException($"The solver ended with {status}.");

            var served = new MatchServed(_kinds, places.Count);
            foreach (var (arc, kind, column) in arcs)
                if (flow.Flow(arc) is > 0 and var people) served.Add(kind, column, (int)people);
            return served;
        }

        /// <summary>
        /// Potentials under which no arc of the residual network has a negative cost (Bellman and Ford, from everywhere at
        /// once). A pair outside the network can better the flow only if its points exceed kind's price - column's price.
        /// </summary>
        public MatchPrices Prices(MatchServed served)
        {
            var price = new long[_sink + 1];
            var queue = new Queue<int>(Enumerable.Range(0, _sink + 1));
            var waiting = Enumerable.Repeat(true, _sink + 1).ToArray();
            while (queue.TryDequeue(out var node))
            {
                waiting[node] = false;
                if (node < _kinds) FromKind(node);
                else if (node < _sink) FromColumn(node - _kinds);
                else FromSink();
            }

            return new(price[.._kinds], price[_kinds.._sink], price[_sink]);

            void FromKind(int kind)
            {
                foreach (var column in pairs[kind])
                    if (served.Of(kind, column) < kinds[kind].Length) Reach(kind, _kinds + column, -points(kind, column));
                if (served.People(kind) > 0) Reach(kind, _sink, _nobody);
            }

            void FromColumn(int column)
            {
                foreach (var kind in served.In(column)) Reach(_kinds + column, kind, points(kind, column));
                if (served.Taken(column) < places[column]) Reach(_kinds + column, _sink, Spread * served.Taken(column));
            }

            void FromSink()
            {
                for (var column = 0; column < places.Count; column++)
                    if (served.Taken(column) > 0) Reach(_sink, _kinds + column, -Spread * (served.Taken(column) - 1));
                for (var kind = 0; kind < _kinds; kind++)
                    if (served.People(kind) < kinds[kind].Length) Reach(_sink, kind, -_nobody);
            }

            void Reach(int from, int to, long cost)
            {
                if (price[from] + cost >= price[to]) return;
                price[to] = price[from] + cost;
                if (waiting[to]) return;
                waiting[to] = true;
                queue.Enqueue(to);
            }
        }
    }
}
