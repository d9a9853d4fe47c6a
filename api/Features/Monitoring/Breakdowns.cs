namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// What an indicator is told apart by. Of the organization, as it was in the month: Sector; Settlement, urban or rural by its address;
/// Size, by how many teachers work there. Of the mentoring program: Form, Kind, Purpose.
/// </summary>
public enum BreakdownDimension { Sector, Settlement, Size, Form, Kind, Purpose }

/// <summary>One value of a dimension.</summary>
public sealed record BreakdownCategory(string Code, string NameRu, string NameEn);

/// <summary>Which indicators are told apart by what, and the categories in their order.</summary>
static class Breakdowns
{
    static readonly BreakdownDimension[] s_ofSchools = [BreakdownDimension.Sector, BreakdownDimension.Settlement, BreakdownDimension.Size];
    static readonly BreakdownDimension[] s_ofPrograms = [BreakdownDimension.Form, BreakdownDimension.Kind, BreakdownDimension.Purpose];

    static readonly BreakdownCategory s_unknown = new("Unknown", "Не указано", "Not known");

    static readonly BreakdownCategory[] s_settlements = [new("Urban", "Город", "Urban"), new("Rural", "Село", "Rural"), s_unknown];

    static readonly BreakdownCategory[] s_sizes =
    [
        new("UpTo20", "До 20 педагогов", "Up to 20 teachers"), new("UpTo50", "21–50 педагогов", "21–50 teachers"),
        new("UpTo100", "51–100 педагогов", "51–100 teachers"), new("Over100", "Более 100 педагогов", "Over 100 teachers"),
        new("Unknown", "Педагогов нет", "No teachers"),
    ];

    /// <param name="least">Of an indicator that hides small numbers no categories are told.</param>
    public static IReadOnlyList<BreakdownDimension> Of(string indicator, int least) => least > 0 ? [] :
    [
        .. IndicatorMeasures.CodesOfSchools.Contains(indicator) ? s_ofSchools : [],
        .. IndicatorMeasures.CodesOfPrograms.Contains(indicator) ? s_ofPrograms : [],
    ];

    /// <summary>Categories that no dictionary keeps.</summary>
    public static IReadOnlyList<BreakdownCategory> Fixed(BreakdownDimension dimension) => dimension switch
    {
        BreakdownDimension.Settlement => s_settlements,
        BreakdownDimension.Size => s_sizes,
        _ => [],
    };

    /// <summary>The dictionary that keeps the others.</summary>
    public static string? Dictionary(BreakdownDimension dimension) => dimension switch
    {
        BreakdownDimension.Sector => "sector",
        BreakdownDimension.Form => "mentoring-form",
        BreakdownDimension.Kind => "mentoring-kind",
        BreakdownDimension.Purpose => "program-purpose",
        _ => null,
    };
}
