using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>What follows from answers: which items are shown, which still wait, and the level of each area.</summary>
public sealed record DiagnosisAnswers(InstrumentContent Content, IReadOnlyDictionary<string, string> Given)
{
    public const int LongestText = 4000;

    public static IReadOnlyDictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json.Options)!;

    /// <summary>Every answer is one to an item of the instrument, by a code that the item knows or as text.</summary>
    public void Demand()
    {
        foreach (var (code, answer) in Given)
        {
            var item = Content.Items.FirstOrDefault(item => item.Code == code) ?? throw new BadInput("diagnosis.item-unknown") { Pointer = At(code) };
            if (item.Type == InstrumentItemType.Text ? answer.Length > LongestText : !Content.Codes(item).Contains(answer))
                throw new BadInput("diagnosis.answer", ("longest", LongestText)) { Pointer = At(code) };
        }
    }

    /// <summary>All items that are shown, required and not answered, told at once.</summary>
    public void DemandWhole()
    {
        var waiting = Content.Items.Where(item => item.Required && Shown(item) && !Answered(item)).ToList();
        if (waiting.Count > 0)
            throw new ValidationException(waiting.Select(item => new ValidationFailure($"answers.{item.Code}", ProblemTexts.Of("diagnosis.unanswered", []))));
    }

    public bool Shown(InstrumentItem item) => item.ShowIf is not { } rule
        || (Shown(Content.Items.First(other => other.Code == rule.Item)) && rule.AnyOf.Contains(Given.GetValueOrDefault(rule.Item, "")));

    bool Answered(InstrumentItem item) => !string.IsNullOrWhiteSpace(Given.GetValueOrDefault(item.Code));

    /// <param name="Level">0 to 100.</param>
    public sealed record Area(string Code, int Level, RestsOn RestsOn);

    /// <summary>Only what is shown counts: an answer behind a branch that was left is kept, and says nothing.</summary>
    public IEnumerable<Area> Areas()
    {
        foreach (var area in Content.Items.GroupBy(item => item.Area))
        {
            var shown = area.Where(Shown).ToList();
            var scales = shown.Where(item => item.Type == InstrumentItemType.Scale && Answered(item)).ToList();
            if (scales.Count == 0) continue;
            var values = scales.ConvertAll(Value);
            var level = Content.Rule switch
            {
                InstrumentRule.Highest => values.Max(),
                InstrumentRule.Lowest => values.Min(),
                _ => (int)Math.Round(values.Average(), MidpointRounding.AwayFromZero),
            };
            yield return new(area.Key, level, new(shown.Count, shown.Count(Answered), [.. scales.Select(item => item.Code)]));
        }
    }

    int Value(InstrumentItem item) =>
        Content.Scales.First(scale => scale.Code == item.Scale).Levels.First(level => level.Code == Given[item.Code]).Value;

    static string At(string code) => $"/answers/{code.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}

/// <summary>What a level rests on.</summary>
/// <param name="Shown">Items of the area that were shown.</param>
/// <param name="Answered">How many of them were answered.</param>
/// <param name="Items">Codes of the scales that the level was made of.</param>
public sealed record RestsOn(int Shown, int Answered, IReadOnlyList<string> Items);
