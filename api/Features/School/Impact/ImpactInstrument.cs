using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Whether more or less of a scale is better.</summary>
public enum ScaleDirection { MoreIsBetter, LessIsBetter }

/// <param name="Value">1 to 5.</param>
/// <param name="Ru">The words in Russian.</param>
/// <param name="En">The words in English.</param>
public sealed record ImpactLevel(int Value, string Ru, string En);

/// <param name="Ru">The wording in Russian.</param>
/// <param name="En">The wording in English.</param>
public sealed record ImpactItem(string Code, string Ru, string En);

/// <param name="Code">The same in every edition.</param>
/// <param name="Result">Of participants the expected result that it tells of, 1 to 4; of a school the part of its environment, 1 to 6.</param>
/// <param name="Ru">Its name in Russian.</param>
/// <param name="En">Its name in English.</param>
public sealed record ImpactScale(string Code, int Result, ScaleDirection Direction, string Ru, string En, IReadOnlyList<ImpactItem> Items);

/// <summary>What is asked, and how scores come of the answers.</summary>
/// <param name="Levels">From 1 up.</param>
public sealed record ImpactInstrument(IReadOnlyList<ImpactLevel> Levels, IReadOnlyList<ImpactScale> Scales)
{
    public const int Lowest = 1, Highest = 5;

    /// <summary>Of participants: results of their education, motivation, innovation, adaptation.</summary>
    const int Results = 4;

    sealed record Row(int Edition, string Content);

    public static ImpactInstrument Read(string json) => JsonSerializer.Deserialize<ImpactInstrument>(json, Json.Options)!;

    /// <summary>All editions of what is asked of somebody, the latest last.</summary>
    public static async Task<IReadOnlyList<(int Edition, ImpactInstrument Content)>> Editions(ImpactSubject subject, Db db, CancellationToken ct) =>
        [.. (await db.List<Row>("select edition, content::text \"content\" from impact_instrument where subject = @Subject order by edition",
            new { Subject = subject.ToString() }, ct)).Select(row => (row.Edition, Read(row.Content)))];

    /// <summary>Answers name items that are asked, with a value that they have.</summary>
    /// <param name="whole">Every item has to be answered.</param>
    public void Demand(IReadOnlyDictionary<string, int> answers, bool whole)
    {
        var items = Scales.SelectMany(scale => scale.Items).Select(item => item.Code).ToHashSet();
        foreach (var (code, value) in answers)
            if (!items.Contains(code) || value is < Lowest or > Highest) throw new BadInput("impact.answer") { Pointer = "/answers" };
        if (whole && answers.Count < items.Count) throw new BadInput("impact.incomplete", ("missing", items.Count - answers.Count)) { Pointer = "/answers" };
    }

    /// <summary>The mean of each scale, of whole answers, to a hundredth.</summary>
    public IReadOnlyDictionary<string, decimal> Score(IReadOnlyDictionary<string, int> answers) =>
        Scales.ToDictionary(scale => scale.Code, scale => Rounded(scale.Items.Average(item => (decimal)answers[item.Code])));

    /// <summary>The mean of each of the four results, turned so that more is better; null where nothing is told of it.</summary>
    public IReadOnlyList<decimal?> ResultsOf(IReadOnlyDictionary<string, decimal> scores) =>
        [.. Enumerable.Range(1, Results).Select(result => Scales.Where(scale => scale.Result == result && scores.ContainsKey(scale.Code))
            .Select(scale => scale.Direction == ScaleDirection.MoreIsBetter ? scores[scale.Code] : Lowest + Highest - scores[scale.Code])
            .DefaultIfEmpty(-1).Average() is >= 0 and var mean ? Rounded(mean) : (decimal?)null)];

    /// <summary>What changed on each scale; scales that only one of the two editions has are left out.</summary>
    public IReadOnlyList<ScaleChange> Compare(IReadOnlyDictionary<string, decimal> before, IReadOnlyDictionary<string, decimal> after) =>
        [.. Scales.Where(scale => before.ContainsKey(scale.Code) && after.ContainsKey(scale.Code)).Select(scale =>
            new ScaleChange(scale.Code, scale.Ru, scale.En, scale.Result, scale.Direction, before[scale.Code], after[scale.Code],
                after[scale.Code] - before[scale.Code]))];

    static decimal Rounded(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A scale before and after.</summary>
/// <param name="Scale">Code of the scale.</param>
/// <param name="Result">Of participants the expected result that it tells of, 1 to 4; of a school the part of its environment, 1 to 6.</param>
/// <param name="Before">1 to 5.</param>
/// <param name="After">1 to 5.</param>
/// <param name="Change">After less before.</param>
public sealed record ScaleChange(
    string Scale, string NameRu, string NameEn, int Result, ScaleDirection Direction, decimal Before, decimal After, decimal Change);
