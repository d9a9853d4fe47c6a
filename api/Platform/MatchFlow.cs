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
    public static int[] Solve(int mentees, IReadOnlyList<int> places, Func<int, int, int> points, int best = 48)
    {
        if (mentees == 0 || places.Count == 0) return [.. Enumerable.Repeat(-1, mentees)];
        var pairs = new int[mentees][];
        var all = new HashSet<int>[mentees];
        Parallel.For(0, mentees, mentee =>
        {
            pairs[mentee] = Best(mentee, places, points, best, _ => 0);
            all[mentee] = [.. pairs[mentee]];
        });

        while (true)
        {
            var network = new Network(pairs, places, points);
            var chosen = network.Solve();
            var (menteePrice, columnPrice) = network.Prices(chosen);
            var added = new int[mentees][];
            Parallel.For(0, mentees, mentee =>
            {
                var better = Best(mentee, places, points, best, column => menteePrice[mentee] - columnPrice[column]);
                added[mentee] = [.. better.Where(column => !all[mentee].Contains(column))];
            });
            if (added.All(columns => columns.Length == 0)) return new MatchTies(chosen, places, points, menteePrice, columnPrice, network.SinkPrice).Settle();
            for (var mentee = 0; mentee < mentees; mentee++)
            {
                if (added[mentee].Length == 0) continue;
                all[mentee].UnionWith(added[mentee]);
                pairs[mentee] = [.. pairs[mentee], .. added[mentee]];
            }
        }
    }

    /// <summary>The mentee's columns with the most points above what they have to pass, at most so many.</summary>
    static int[] Best(int mentee, IReadOnlyList<int> places, Func<int, int, int> points, int most, Func<int, long> toPass)
    {
        var heap = new PriorityQueue<int, (long Points, int Column)>(most + 1);
        for (var column = 0; column < places.Count; column++)
        {
            if (places[column] == 0) continue;
            var worth = points(mentee, column);
            var gain = worth - toPass(column);
            if (worth <= 0 || gain <= 0) continue;
            if (heap.Count < most) heap.Enqueue(column, (gain, -column));
            else heap.EnqueueDequeue(column, (gain, -column));
        }

        var columns = new int[heap.Count];
        for (var i = columns.Length - 1; i >= 0; i--) columns[i] = heap.Dequeue();
        return columns;
    }

    /// <summary>Mentees, columns and one sink. Nobody for a mentee is an arc too, dearer than everything else together.</summary>
    sealed class Network(int[][] pairs, IReadOnlyList<int> places, Func<int, int, int> points)
    {
        readonly int _mentees = pairs.Length;
        readonly int _sink = pairs.Length + places.Count;

        // More points than any exchange along one path could move: one more pair is worth more than all points.
        readonly long _nobody = (100L + Spread * (places.Max() + 1L)) * (pairs.Length + 1);

        /// <summary>Known once the prices are.</summary>
        public long SinkPrice { get; private set; }

        public int[] Solve()
        {
            var flow = new MinCostFlow(_sink + 1, pairs.Sum(columns => columns.Length + 1) + places.Sum());
            var arcs = new List<(int Arc, int Mentee, int Column)>();
            for (var mentee = 0; mentee < _mentees; mentee++)
            {
                foreach (var column in pairs[mentee])
                    arcs.Add((flow.AddArcWithCapacityAndUnitCost(mentee, _mentees + column, 1, -points(mentee, column)), mentee, column));
                flow.AddArcWithCapacityAndUnitCost(mentee, _sink, 1, _nobody);
                flow.SetNodeSupply(mentee, 1);
            }

            for (var column = 0; column < places.Count; column++)
                for (var place = 0; place < places[column]; place++)
                    flow.AddArcWithCapacityAndUnitCost(_mentees + column, _sink, 1, Spread * place);
            flow.SetNodeSupply(_sink, -_mentees);
            var status = flow.Solve();
            if (status != MinCostFlowBase.Status.OPTIMAL) throw new InvalidOperationException($"The solver ended with {status}.");

            var chosen = Enumerable.Repeat(-1, _mentees).ToArray();
            foreach (var (arc, mentee, column) in arcs)
                if (flow.Flow(arc) == 1) chosen[mentee] = column;
            return chosen;
        }

        /// <summary>
        /// Potentials under which no arc of the residual network has a negative cost (Bellman and Ford, from everywhere at
        /// once). A pair outside the network can better the flow only if its points exceed mentee's price - column's price.
        /// </summary>
        public (long[] Mentees, long[] Columns) Prices(int[] chosen)
        {
            var taken = new int[places.Count];
            var members = Enumerable.Range(0, places.Count).Select(_ => new List<int>()).ToArray();
            for (var mentee = 0; mentee < _mentees; mentee++)
            {
                if (chosen[mentee] < 0) continue;
                taken[chosen[mentee]]++;
                members[chosen[mentee]].Add(mentee);
            }

            var price = new long[_sink + 1];
            var queue = new Queue<int>(Enumerable.Range(0, _sink + 1));
            var waiting = Enumerable.Repeat(true, _sink + 1).ToArray();
            while (queue.TryDequeue(out var node))
            {
                waiting[node] = false;
                if (node < _mentees) FromMentee(node);
                else if (node < _sink) FromColumn(node - _mentees);
                else FromSink();
            }

            SinkPrice = price[_sink];
            return (price[.._mentees], price[_mentees.._sink]);

            void FromMentee(int mentee)
            {
                foreach (var column in pairs[mentee])
                    if (chosen[mentee] != column) Reach(mentee, _mentees + column, -points(mentee, column));
                if (chosen[mentee] >= 0) Reach(mentee, _sink, _nobody);
            }

            void FromColumn(int column)
            {
                foreach (var mentee in members[column]) Reach(_mentees + column, mentee, points(mentee, column));
                if (taken[column] < places[column]) Reach(_mentees + column, _sink, Spread * taken[column]);
            }

            void FromSink()
            {
                for (var column = 0; column < places.Count; column++)
                    if (taken[column] > 0) Reach(_sink, _mentees + column, -Spread * (taken[column] - 1));
                for (var mentee = 0; mentee < _mentees; mentee++)
                    if (chosen[mentee] < 0) Reach(_sink, mentee, -_nobody);
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
