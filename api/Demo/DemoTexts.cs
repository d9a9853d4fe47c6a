using System.Reflection;
using System.Text.Json;

namespace Mentoring.Demo;

/// <summary>The library of what people write: goals and activities by competence area, titles by purpose, remarks.</summary>
sealed record DemoTexts(IReadOnlyDictionary<string, DemoTexts.Area> Areas, IReadOnlyDictionary<string, DemoTexts.Purpose> Purposes, DemoTexts.Phrases Say)
{
    public sealed record Area(string Code, Goal[] Goals, Activity[] Activities, string[] Topics);

    public sealed record Goal(string Difficulty, [property: System.Text.Json.Serialization.JsonPropertyName("goal")] string Text, string Measure,
        bool LowerIsBetter = false);

    public sealed record Activity([property: System.Text.Json.Serialization.JsonPropertyName("activity")] string Text, string Result);

    public sealed record Purpose(string Code, string[] Areas, string[] Titles, string Content);

    public sealed record Phrases(
        string[] Summaries, string[] Results, string[] CancelReasons, string[] CouncilApprovals, string[] CouncilReturns, string[] HeadApprovals,
            string[] Refusals,
        string[] Pauses, string[] EarlyEnds, string[] Cancels, string[] Places, string[] MentorSummaries, string[] MenteeSummaries, string[] NeedNotes);

    public static DemoTexts Read() => new(
        File<Area[]>("areas").ToDictionary(a => a.Code), File<Purpose[]>("purposes").ToDictionary(p => p.Code), File<Phrases>("phrases"));

    static T File<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo/{name}.json")
            ?? throw new InvalidOperationException($"The demo's {name} are not among the resources.");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
