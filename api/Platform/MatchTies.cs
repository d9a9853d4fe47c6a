using System.Numerics;

namespace Mentoring.Api.Platform;

/// <summary>
/// Between equally good assignments: whoever comes first in the list is not left out for one who comes later. A mentee without
/// a column takes the place of the last mentee in the list who can be freed along steps that cost nothing by the prices of the
/// optimum. The sets of mentees that the best assignments serve are the bases of a matroid, so one exchange for each mentee,
/// in the order of the list, ends at the set that comes first. Of one kind the first are served, so that the last of these is
/// who can be freed.
/// </summary>
sealed class MatchTies(IReadOnlyList<int[]> kinds, MatchServed served, IReadOnlyList<int> places, Func<int, int, int> points, MatchPrices prices)
{
    const int Unseen = -2, Start = -1;

    readonly int _sink = kinds.Count + places.Count;
    readonly int _words = (places.Count + 63) / 64;
    readonly Dictionary<int, ulong[]> _equal = [];

    /// <returns>Each mentee's column; -1 for none.</returns>
    public int[] Settle()
    {
        var inOrder = kinds.SelectMany((mentees, kind) => mentees.Select((mentee, at) => (Mentee: mentee, Kind: kind, At: at))).OrderBy(one => one.Mentee);
        foreach (var (mentee, kind, at) in inOrder)
        {
            // Where the first one left out of a kind was not to be served, none of those behind is.
            if (at == served.People(kind)) Serve(mentee, kind);
        }

        var chosen = Enumerable.Repeat(-1, kinds.Sum(mentees => mentees.Length)).ToArray();
        for (var kind = 0; kind < kinds.Count; kind++)
            foreach (var (at, column) in served.Columns(kind).Index()) chosen[kinds[kind][at]] = column;
        return chosen;
    }

    void Serve(int mentee, int kind)
    {
        var from = Enumerable.Repeat(Unseen, _sink + 1).ToArray();
        var unseen = Enumerable.Repeat(ulong.MaxValue, _words).ToArray();
        var queue = new Queue<int>();
        var (last, freed) = (mentee, kind);
        See(kind, Start);
        while (queue.TryDequeue(out var node))
        {
            // Who is freed goes without, as the served one did: both at the same price.
            if (node < kinds.Count && node != kind && prices.Kinds[node] == prices.Kinds[kind] && LastServed(node) > last)
                (last, freed) = (LastServed(node), node);
            foreach (var next in Next(node, unseen)) See(next, node);
        }

        if (freed != kind) Exchange(freed, from);

        void See(int node, int before)
        {
            if (from[node] != Unseen) return;
            from[node] = before;
            if (node >= kinds.Count && node < _sink) unseen[(node - kinds.Count) / 64] &= ~(1UL << (node - kinds.Count));
            queue.Enqueue(node);
        }
    }

    int LastServed(int kind) => served.People(kind) == 0 ? -1 : kinds[kind][served.People(kind) - 1];

    /// <summary>Where a unit of the flow can go at no cost: to an equally good column, back to who holds one, to a place as dear as another.</summary>
    IEnumerable<int> Next(int node, ulong[] unseen)
    {
        if (node < kinds.Count) return Columns(node, unseen);
        if (node == _sink) return Enumerable.Range(0, places.Count).Where(GivesUp).Select(column => kinds.Count + column);
        var here = node - kinds.Count;
        var leaving = served.In(here).Where(kind => (Equal(kind)[here / 64] >> here & 1) != 0);
        return TakesMore(here) ? leaving.Append(_sink) : leaving;
    }

    IEnumerable<int> Columns(int kind, ulong[] unseen)
    {
        var equal = Equal(kind);
        for (var word = 0; word < _words; word++)
        {
            for (var left = equal[word] & unseen[word]; left != 0; left &= left - 1)
            {
                var column = word * 64 + BitOperations.TrailingZeroCount(left);
                if (served.Of(kind, column) < kinds[kind].Length) yield return kinds.Count + column;
            }
        }
    }

    bool TakesMore(int column) => served.Taken(column) < places[column] && MatchFlow.Spread * served.Taken(column) + prices.Columns[column] == prices.Sink;

    bool GivesUp(int column) => served.Taken(column) > 0 && MatchFlow.Spread * (served.Taken(column) - 1) + prices.Columns[column] == prices.Sink;

    /// <summary>The columns that are as good for the kind as its own, as bits.</summary>
    ulong[] Equal(int kind)
    {
        if (_equal.TryGetValue(kind, out var columns)) return columns;
        columns = _equal[kind] = new ulong[_words];
        for (var column = 0; column < places.Count; column++)
        {
            if (places[column] > 0 && points(kind, column) is > 0 and var worth && worth == prices.Kinds[kind] - prices.Columns[column])
                columns[column / 64] |= 1UL << column;
        }

        return columns;
    }

    /// <summary>From the freed kind back to the start, one of each takes the column that the path came by.</summary>
    void Exchange(int freed, int[] from)
    {
        for (var (node, before) = (freed, from[freed]); before != Start; (node, before) = (before, from[before]))
        {
            if (node < kinds.Count && before < _sink) served.Add(node, before - kinds.Count, -1);
            else if (before < kinds.Count) served.Add(before, node - kinds.Count, 1);
        }
    }
}
