namespace Mentoring.Api.Platform;

/// <summary>What an optimum proves itself by.</summary>
sealed record MatchPrices(long[] Kinds, long[] Columns, long Sink);

/// <summary>How many of each kind of mentees have a place in each column.</summary>
sealed class MatchServed(int kinds, int columns)
{
    readonly Dictionary<int, int>[] _of = [.. Enumerable.Range(0, kinds).Select(_ => new Dictionary<int, int>())];
    readonly HashSet<int>[] _in = [.. Enumerable.Range(0, columns).Select(_ => new HashSet<int>())];
    readonly int[] _people = new int[kinds];
    readonly int[] _taken = new int[columns];

    public int Of(int kind, int column) => _of[kind].GetValueOrDefault(column);

    public int People(int kind) => _people[kind];

    public int Taken(int column) => _taken[column];

    /// <summary>The kinds of whom somebody is in the column.</summary>
    public IReadOnlyCollection<int> In(int column) => _in[column];

    /// <summary>The column of each who is served, from the first column on.</summary>
    public IEnumerable<int> Columns(int kind) => _of[kind].OrderBy(at => at.Key).SelectMany(at => Enumerable.Repeat(at.Key, at.Value));

    public void Add(int kind, int column, int people)
    {
        _people[kind] += people;
        _taken[column] += people;
        var now = _of[kind][column] = Of(kind, column) + people;
        if (now > 0)
        {
            _in[column].Add(kind);
            return;
        }

        _of[kind].Remove(column);
        _in[column].Remove(kind);
    }
}
