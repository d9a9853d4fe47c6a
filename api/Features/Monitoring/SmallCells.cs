namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Which counts of people of a whole and its parts may be told: none that is small, and none from which a small one follows, as the
/// whole less the other parts. Which parts go with a small one depends on their order and not on their counts, and whether these suffice
/// on their sum alone, which is known: so whoever knows this rule too is left with two values at least for each small count.
/// </summary>
public static class SmallCells
{
    /// <param name="Whole">The whole is not told.</param>
    /// <param name="Parts">Of each part, whether it is not told.</param>
    public sealed record Hidden(bool Whole, IReadOnlyList<bool> Parts);

    /// <param name="columns">
    /// Counts of the parts, in an order that says nothing of the counts: those that come first go first with a small one. Of columns that
    /// tell of one another the same parts are told.
    /// </param>
    /// <param name="before">Parts that are not told anyhow.</param>
    /// <param name="least">What is less is small.</param>
    /// <param name="tellsNought">That there is nobody may be told.</param>
    public static Hidden Of(IReadOnlyList<IReadOnlyList<int>> columns, IReadOnlyList<bool> before, int least, bool tellsNought)
    {
        bool Small(int count) => count < least && (count > 0 || !tellsNought);
        bool[] hidden = [.. before.Select((already, part) => already || columns.Any(column => Small(column[part])))];
        if (columns.Any(column => Small(column.Sum()))) return new(true, hidden);

        while (columns.FirstOrDefault(column => !Covers(column)) is { } told)
        {
            var next = Enumerable.Range(0, hidden.Length).Where(part => !hidden[part] && told[part] > 0).Append(-1).First();
            if (next < 0) return new(true, hidden);
            hidden[next] = true;
        }

        return new(false, hidden);

        // Neither so little that all must be the least, nor just so much that all must be the most that a small one is.
        bool Covers(IReadOnlyList<int> column)
        {
            var parts = Enumerable.Range(0, hidden.Length).Where(part => hidden[part]).ToList();
            var (sum, atLeastOne) = (parts.Sum(part => column[part]), tellsNought ? parts.Count(part => !before[part]) : 0);
            return parts.Count == 0 || (parts.Count > 1 && sum >= Math.Max(least, 2 * atLeastOne)
                && (sum <= (least - 2) * parts.Count || sum > (least - 1) * parts.Count));
        }
    }
}
