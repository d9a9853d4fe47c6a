namespace Mentoring.Api.Platform;

/// <summary>
/// Between equally good assignments: whoever comes first in the list is not left out for one who comes later. A mentee without
/// a column takes the place of the last mentee in the list who can be freed along steps that cost nothing by the prices of the
/// optimum. The sets of mentees that the best assignments serve are the bases of a matroid, so one exchange for each mentee,
/// in the order of the list, ends at the set that comes first.
/// </summary>
sealed class MatchTies(int[] chosen, IReadOnlyList<int> places, Func<int, int, int> points, long[] menteePrice, long[] columnPrice, long sinkPrice)
{
    const int Unseen = -2, Start = -1;

    readonly int _sink = chosen.Length + places.Count;
    readonly List<int>[] _members = [.. places.Select(_ => new List<int>())];
    readonly Dictionary<int, HashSet<int>> _equal = [];

    public int[] Settle()
    {
        for (var mentee = 0; mentee < chosen.Length; mentee++)
            if (chosen[mentee] >= 0) _members[chosen[mentee]].Add(mentee);
        for (var mentee = 0; mentee < chosen.Length; mentee++)
            if (chosen[mentee] < 0) Serve(mentee);
        return chosen;
    }

    void Serve(int mentee)
    {
        var from = Enumerable.Repeat(Unseen, _sink + 1).ToArray();
        var queue = new Queue<int>();
        var last = mentee;
        See(mentee, Start);
        while (queue.TryDequeue(out var node))
        {
            // Who is freed goes without, as the served one did: both at the same price.
            if (node < chosen.Length && node > last && menteePrice[node] == menteePrice[mentee]) last = node;
            foreach (var next in Next(node)) See(next, node);
        }

        if (last != mentee) Exchange(last, from);

        void See(int node, int before)
        {
            if (from[node] != Unseen) return;
            from[node] = before;
            queue.Enqueue(node);
        }
    }

    /// <summary>Where a unit of the flow can go at no cost: to an equally good column, back to who holds one, to a place as dear as another.</summary>
    IEnumerable<int> Next(int node)
    {
        if (node < chosen.Length) return Equal(node).Where(column => column != chosen[node]).Select(column => chosen.Length + column);
        if (node == _sink) return Enumerable.Range(0, places.Count).Where(GivesUp).Select(column => chosen.Length + column);
        var here = node - chosen.Length;
        var leaving = _members[here].Where(member => Equal(member).Contains(here));
        return TakesMore(here) ? leaving.Append(_sink) : leaving;
    }

    bool TakesMore(int column) => _members[column].Count < places[column] && MatchFlow.Spread * _members[column].Count + columnPrice[column] == sinkPrice;

    bool GivesUp(int column) => _members[column].Count > 0 && MatchFlow.Spread * (_members[column].Count - 1) + columnPrice[column] == sinkPrice;

    HashSet<int> Equal(int mentee)
    {
        if (!_equal.TryGetValue(mentee, out var columns))
        {
            _equal[mentee] = columns = [.. Enumerable.Range(0, places.Count).Where(column =>
                places[column] > 0 && points(mentee, column) is > 0 and var worth && worth == menteePrice[mentee] - columnPrice[column])];
        }

        return columns;
    }

    /// <summary>From the freed one back to the start, each takes the column that the path came by.</summary>
    void Exchange(int freed, int[] from)
    {
        var path = new List<int>();
        for (var node = freed; node != Start; node = from[node]) path.Add(node);
        path.Reverse();
        for (var i = 0; i + 1 < path.Count; i++)
        {
            if (path[i] >= chosen.Length && path[i + 1] < chosen.Length) _members[path[i] - chosen.Length].Remove(path[i + 1]);
            if (path[i] < chosen.Length && path[i + 1] >= chosen.Length)
            {
                chosen[path[i]] = path[i + 1] - chosen.Length;
                _members[chosen[path[i]]].Add(path[i]);
            }
        }

        chosen[freed] = -1;
    }
}
