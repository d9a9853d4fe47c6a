using System.Globalization;
using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Asked of a teacher here, or filled in elsewhere and brought as a file of results.</summary>
public enum InstrumentForm { Asked, Outside }

/// <summary>How the areas of an instrument that is filled in elsewhere are those of competence.</summary>
/// <param name="Areas">1 to 100; several may be of one area of competence, which the rule joins.</param>
public sealed record OutsideMapping(IReadOnlyList<OutsideArea> Areas)
{
    public const int MostAreas = 100;

    /// <summary>The area that a cell names, by its code or its name in either language.</summary>
    public OutsideArea? Of(string cell) => SearchText.Normalize(cell) is { Length: > 0 } words
        ? Areas.FirstOrDefault(area => SearchText.Normalize(area.Code) == words)
            ?? Areas.FirstOrDefault(area => SearchText.Normalize(area.Ru) == words || SearchText.Normalize(area.En) == words)
        : null;
}

/// <summary>An area of an outside instrument: with bounds of a score, or with levels.</summary>
/// <param name="Code">As its files write it.</param>
/// <param name="Ru">In Russian.</param>
/// <param name="En">In English.</param>
/// <param name="Area">Code of the dictionary `competence-area`, one that no other is under.</param>
/// <param name="From">The score that counts for 0; may be the greater one.</param>
/// <param name="To">The score that counts for 100.</param>
/// <param name="Levels">Instead of scores.</param>
public sealed record OutsideArea(
    string Code, string Ru, string En, string Area, decimal? From = null, decimal? To = null, IReadOnlyList<OutsideLevel>? Levels = null)
{
    public bool IsMeasured() => Levels is null
        ? From is { } from && To is { } to && from != to && Math.Abs(from) < 1_000_000 && Math.Abs(to) < 1_000_000
        : From is null && To is null && Levels.Count is >= 2 and <= 50 && Levels.All(level => level.Value is >= 0 and <= 100 && level.Word.Trim() is
        { Length: > 0 and <= 100 }) && Levels.DistinctBy(level => SearchText.Normalize(level.Word)).Count() == Levels.Count;

    /// <summary>0 to 100; null where the cell is no score within the bounds, or no level.</summary>
    public int? Level(string cell)
    {
        if (Levels is not null) return Levels.FirstOrDefault(level => SearchText.Normalize(level.Word) == SearchText.Normalize(cell))?.Value;
        var number = cell.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal).TrimEnd('%');
        if (!decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)) return null;
        var (from, to) = (From!.Value, To!.Value);
        if (score < Math.Min(from, to) || score > Math.Max(from, to)) return null;
        return (int)Math.Round((score - from) / (to - from) * 100, MidpointRounding.AwayFromZero);
    }
}

/// <param name="Word">As files write it.</param>
/// <param name="Value">What it counts for: 0 to 100.</param>
public sealed record OutsideLevel(string Word, int Value);
