using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>What changed with those who measured before and after in a program, on one scale.</summary>
/// <param name="Pairs">Persons and programs with both measures. Of fewer than five nothing else is told.</param>
/// <param name="Improved">How many changed for the better, by the direction of the scale; null of fewer than five.</param>
/// <param name="Stayed">How many did not change; null of fewer than five.</param>
/// <param name="Worsened">How many changed for the worse; null of fewer than five.</param>
/// <param name="Before">The mean before, 1 to 5; null of fewer than five.</param>
/// <param name="After">The mean after; null of fewer than five.</param>
/// <param name="Change">The mean after less the one before; null of fewer than five.</param>
public sealed record ImpactSum(int Pairs, int? Improved, int? Stayed, int? Worsened, decimal? Before, decimal? After, decimal? Change)
{
    public const int FewestShown = 5;

    static readonly ImpactSum s_none = new(0, null, null, null, null, null, null);

    sealed record Row(string Role, int SchoolYear, string Scale, int Pairs, int? Rose, int? Fell, decimal? Before, decimal? After);

    /// <summary>By role and scale in the order of the instruments, of the year and of the year before.</summary>
    public static async Task<IReadOnlyList<(ParticipantRole Role, ImpactScale Scale, ImpactSum Now, ImpactSum Before)>> Of(
        Guid organization, int year, Db db, CancellationToken ct)
    {
        var rows = (await db.List<Row>("""
            select role, school_year, scale, pairs, rose, fell, before "before", after "after" from impact_sums(@organization, @year)
            """, new { organization, year }, ct)).ToDictionary(row => (row.Role, row.Scale, row.SchoolYear));
        return [.. from pair in await ImpactTaking.Instruments(db, ct) from scale in pair.Value.Scales
                   select (pair.Key, scale, Of(year, pair.Key, scale), Of(year - 1, pair.Key, scale))];

        ImpactSum Of(int of, ParticipantRole role, ImpactScale scale)
        {
            if (!rows.TryGetValue((role.ToString(), scale.Code, of), out var row)) return s_none;
            var (better, worse) = scale.Direction == ScaleDirection.MoreIsBetter ? (row.Rose, row.Fell) : (row.Fell, row.Rose);
            return new(row.Pairs, better, row.Pairs - better - worse, worse, row.Before, row.After, row.After - row.Before);
        }
    }
}
