namespace Mentoring.Demo;

/// <summary>Chance that repeats: the same seed tells the same country.</summary>
sealed class DemoRandom(int seed)
{
    readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Different items, as many as there are at most.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }

    public T Weighted<T>(IReadOnlyList<(T Item, double Weight)> items)
    {
        var point = _random.NextDouble() * items.Sum(i => i.Weight);
        foreach (var (item, weight) in items)
        {
            point -= weight;
            if (point < 0) return item;
        }

        return items[^1].Item;
    }

    /// <summary>A whole number that is <paramref name="mean"/> on average.</summary>
    public int About(double mean) => (int)mean + (Chance(mean - (int)mean) ? 1 : 0);

    /// <summary>An id in the form of version 7, in the order of time, yet the same at every load.</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        var milliseconds = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--, milliseconds >>= 8) bytes[i] = (byte)milliseconds;
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
