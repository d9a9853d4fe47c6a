using System.Globalization;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What kind of difference lies between two versions of a plan.</summary>
public enum PlanChangeKind { Added, Removed, Changed }

/// <summary>The part of a plan in which two versions differ.</summary>
public enum PlanPart { Title, FormCode, KindCode, PurposeCode, StartsOn, EndsOn, Content, PayKopecks, Participant, Goal, Activity }

/// <summary>One difference between two versions of a plan.</summary>
/// <param name="Position">Which goal or activity, counted from 1 in the newer version, or in the older one where it was removed; null elsewhere.</param>
/// <param name="Field">The field of the goal or of the activity that changed; null where the whole was added or removed.</param>
/// <param name="Before">As text: codes, dates and numbers as in JSON, a participant's id; null where there was nothing.</param>
public sealed record PlanChange(PlanPart Part, PlanChangeKind Kind, int? Position, string? Field, string? Before, string? After);

/// <summary>Compares two versions of a plan. A goal or an activity is the same one by its id, else by its text, else by its place.</summary>
public static class PlanDiff
{
    public static IReadOnlyList<PlanChange> Between(PlanSnapshot before, PlanSnapshot after) =>
    [
        .. Single(PlanPart.Title, before.Title, after.Title),
        .. Single(PlanPart.FormCode, before.FormCode, after.FormCode),
        .. Single(PlanPart.KindCode, before.KindCode, after.KindCode),
        .. Single(PlanPart.PurposeCode, before.PurposeCode, after.PurposeCode),
        .. Single(PlanPart.StartsOn, Text(before.StartsOn), Text(after.StartsOn)),
        .. Single(PlanPart.EndsOn, Text(before.EndsOn), Text(after.EndsOn)),
        .. Single(PlanPart.Content, before.Content, after.Content),
        .. Single(PlanPart.PayKopecks, Text(before.PayKopecks), Text(after.PayKopecks)),
        .. before.Participants.Except(after.Participants)
            .Select(p => new PlanChange(PlanPart.Participant, PlanChangeKind.Removed, null, $"{p.Role}", $"{p.PersonId}", null)),
        .. after.Participants.Except(before.Participants)
            .Select(p => new PlanChange(PlanPart.Participant, PlanChangeKind.Added, null, $"{p.Role}", null, $"{p.PersonId}")),
        .. Rows(PlanPart.Goal, before.Goals, after.Goals, g => g.Id, g => g.Goal, g =>
        [
            ("areaCode", g.AreaCode), ("difficulty", g.Difficulty), ("goal", g.Goal), ("measure", g.Measure), ("measureBefore", Text(g.MeasureBefore)),
                ("measureTarget", Text(g.MeasureTarget)),
        ]),
        .. Rows(PlanPart.Activity, before.Activities, after.Activities, a => a.Id, a => a.Activity, a =>
        [
            ("activity", a.Activity), ("dueOn", Text(a.DueOn)), ("responsible", $"{a.Responsible}"), ("expectedResult", a.ExpectedResult),
        ]),
    ];

    static IEnumerable<PlanChange> Single(PlanPart part, string? before, string? after) =>
        before == after ? [] : [new PlanChange(part, PlanChangeKind.Changed, null, null, before, after)];

    static IEnumerable<PlanChange> Rows<T>(
        PlanPart part, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, Guid> id, Func<T, string> text, Func<T, (string Field, string? Value)[]> fields)
    {
        var pairs = Pairs(before, after, id, text);
        foreach (var (old, now) in pairs)
        {
            var was = fields(before[old]);
            var becomes = fields(after[now]);
            for (var i = 0; i < was.Length; i++)
                if (was[i].Value != becomes[i].Value) yield return new(part, PlanChangeKind.Changed, now + 1, was[i].Field, was[i].Value, becomes[i].Value);
        }

        foreach (var old in Enumerable.Range(0, before.Count).Except(pairs.Select(p => p.Old)))
            yield return new(part, PlanChangeKind.Removed, old + 1, null, text(before[old]), null);
        foreach (var now in Enumerable.Range(0, after.Count).Except(pairs.Select(p => p.New)))
            yield return new(part, PlanChangeKind.Added, now + 1, null, null, text(after[now]));
    }

    static List<(int Old, int New)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, Guid> id, Func<T, string> text)
    {
        var pairs = new List<(int Old, int New)>();
        var olds = Enumerable.Range(0, before.Count).ToList();
        var news = Enumerable.Range(0, after.Count).ToList();
        Take((o, n) => id(before[o]) == id(after[n]));
        Take((o, n) => text(before[o]) == text(after[n]));
        if (before.Count == after.Count) Take((o, n) => o == n);
        return [.. pairs.OrderBy(p => p.New)];

        void Take(Func<int, int, bool> same)
        {
            foreach (var now in news.ToList())
            {
                var old = olds.FindIndex(o => same(o, now));
                if (old < 0) continue;
                pairs.Add((olds[old], now));
                olds.RemoveAt(old);
                news.Remove(now);
            }
        }
    }

    static string? Text<T>(T? value) where T : struct, IFormattable => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        { } other => other.ToString(null, CultureInfo.InvariantCulture),
    };

    static string? Text(DateOnly day) => Text((DateOnly?)day);
}
