namespace Mentoring.Api.Features.Region.Routes;

/// <summary>One activity in which two versions of a plan differ.</summary>
/// <param name="Before">Null where it was added.</param>
/// <param name="After">Null where it was taken out.</param>
/// <param name="Fields">Which of its fields changed; none where the whole was added or taken out.</param>
public sealed record RouteChange(PlannedActivity? Before, PlannedActivity? After, IReadOnlyList<string> Fields);

/// <summary>Compares two versions of a plan. An activity is the same one by its id.</summary>
public static class RouteDiff
{
    public static IReadOnlyList<RouteChange> Between(IReadOnlyList<PlannedActivity> before, IReadOnlyList<PlannedActivity> after)
    {
        var (was, now) = (before.ToDictionary(a => a.Id), after.ToDictionary(a => a.Id));
        return
        [
            .. before.Where(a => !now.ContainsKey(a.Id)).Select(a => new RouteChange(a, null, [])),
            .. after.Where(a => !was.ContainsKey(a.Id)).Select(a => new RouteChange(null, a, [])),
            .. after.Where(a => was.ContainsKey(a.Id)).Select(a => new RouteChange(was[a.Id], a, Fields(was[a.Id], a))).Where(c => c.Fields.Count > 0),
        ];
    }

    static List<string> Fields(PlannedActivity before, PlannedActivity after)
    {
        (string Name, bool Same)[] all =
        [
            ("section", before.Section == after.Section), ("title", before.Title == after.Title),
            ("areaCodes", before.AreaCodes.SequenceEqual(after.AreaCodes)), ("findingIds", before.FindingIds.SequenceEqual(after.FindingIds)),
            ("startsOn", before.StartsOn == after.StartsOn), ("endsOn", before.EndsOn == after.EndsOn), ("resources", before.Resources == after.Resources),
            ("product", before.Product == after.Product), ("programId", before.ProgramId == after.ProgramId),
        ];
        return [.. all.Where(field => !field.Same).Select(field => field.Name)];
    }
}
