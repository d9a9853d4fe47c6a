using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>What a file of a route has to keep to between its parts: the same that holds of a route that is written here.</summary>
static class RouteFileRules
{
    public sealed record Refusal(string Code, string Pointer);

    /// <param name="areas">Leaves of the dictionary of areas.</param>
    /// <param name="kinds">Codes of the dictionary of products.</param>
    /// <param name="today">The last day that has begun anywhere: what is said to have been was not after it.</param>
    /// <returns>All that is refused, in the order of the file; none of a file of another format or version, which is not read on.</returns>
    public static IReadOnlyList<Refusal> Refusals(
        RouteFile file, IReadOnlyCollection<string> areas, IReadOnlyCollection<string> kinds, DateOnly today)
    {
        if (file.Format != RouteFile.TheFormat) return [new("route.file-format", "/format")];
        if (file.SchemaVersion != RouteFile.TheVersion) return [new("route.schema-version", "/schemaVersion")];

        var all = new List<Refusal>();
        void Unless(bool holds, string code, string pointer)
        {
            if (!holds) all.Add(new(code, pointer));
        }

        void Areas(string[] codes, string at)
        {
            foreach (var (i, code) in codes.Index()) Unless(areas.Contains(code), "route.area-unknown", $"{at}/areaCodes/{i}");
        }

        void Been(DateOnly? day, string pointer) => Unless(day is null || day <= today, "route.day-ahead", pointer);

        var (underWay, over) = (RouteLife.IsUnderWay(file.Status), RouteLife.IsOver(file.Status));
        var begun = underWay || over;
        Unless(RouteLife.IsHorizon(file.StartsOn, file.EndsOn), "route.dates", "/endsOn");
        Unless(file.Status is RouteStatus.SelfImage or RouteStatus.Closed || file.Image.Trim() != "", "route.needs-image", "/image");
        Unless(file.Status is not (RouteStatus.Roadmap or RouteStatus.InProgress or RouteStatus.Reflection or RouteStatus.Completed)
            || file.Findings.Length > 0, "route.needs-findings", "/findings");
        Unless(!(underWay || file.Status == RouteStatus.Completed) || file.Activities.Length > 0, "route.needs-activities", "/activities");
        Unless(!(underWay || file.Status == RouteStatus.Completed) || file.Versions.Length > 0, "route.file-versions", "/versions");
        Unless(file.Status != RouteStatus.Completed || file.Reflections.Length > 0, "route.needs-reflection", "/reflections");

        var findings = new Dictionary<Guid, RouteFile.Finding>();
        foreach (var (i, finding) in file.Findings.Index())
        {
            Unless(findings.TryAdd(finding.Id, finding), "route.file-id", $"/findings/{i}/id");
            Unless(areas.Contains(finding.AreaCode), "route.area-unknown", $"/findings/{i}/areaCode");
            Been(finding.ClosedOn, $"/findings/{i}/closedOn");
        }

        if (file.Alternatives.Count(a => a.Chosen) > 1)
            all.Add(new("route.alternative-chosen", $"/alternatives/{Array.FindLastIndex(file.Alternatives, a => a.Chosen)}/chosen"));

        var activities = new Dictionary<Guid, RouteFile.Activity>();
        foreach (var (i, activity) in file.Activities.Index())
        {
            var at = $"/activities/{i}";
            Unless(activities.TryAdd(activity.Id, activity), "route.file-id", $"{at}/id");
            Areas(activity.AreaCodes, at);
            foreach (var (j, id) in activity.FindingIds.Index()) Unless(findings.ContainsKey(id), "route.finding-unknown", $"{at}/findingIds/{j}");
            Unless(activity.EndsOn >= activity.StartsOn, "route.term-backwards", $"{at}/endsOn");
            Unless(activity.StartsOn >= file.StartsOn, "route.term-outside", $"{at}/startsOn");
            Unless(activity.EndsOn <= file.EndsOn, "route.term-outside", $"{at}/endsOn");
            Been(activity.DoneOn, $"{at}/doneOn");
            Unless(begun || activity.Status == RouteActivityStatus.Planned, "route.not-under-way", $"{at}/status");
            Unless(file.Status != RouteStatus.Completed || activity.Status is RouteActivityStatus.Done or RouteActivityStatus.CalledOff,
                "route.activities-open", $"{at}/status");
            Unless(activity.Status != RouteActivityStatus.Done || file.Products.Any(p => p.ActivityId == activity.Id), "route.product-missing", $"{at}/status");
        }

        foreach (var (i, product) in file.Products.Index())
        {
            var of = activities.GetValueOrDefault(product.ActivityId);
            Unless(of is { Status: not RouteActivityStatus.Planned }, "route.activity-unknown", $"/products/{i}/activityId");
            Unless(kinds.Contains(product.KindCode), "route.product-kind", $"/products/{i}/kindCode");
            Unless(!string.IsNullOrWhiteSpace(product.FileName + product.Link + product.Text), "route.product-empty", $"/products/{i}/fileName");
            Been(product.PresentedOn, $"/products/{i}/presentedOn");
            Been(product.AddedOn, $"/products/{i}/addedOn");
        }

        foreach (var (i, version) in file.Versions.Index())
        {
            Unless(version.Number == i + 1 && (version.Reason == CorrectionReason.First) == (i == 0), "route.file-versions", $"/versions/{i}/number");
            Been(version.MadeOn, $"/versions/{i}/madeOn");
            var plan = new HashSet<Guid>();
            foreach (var (j, planned) in version.Plan.Index())
            {
                var at = $"/versions/{i}/plan/{j}";
                Unless(plan.Add(planned.Id), "route.file-id", $"{at}/id");
                Areas(planned.AreaCodes, at);
                Unless(planned.EndsOn >= planned.StartsOn, "route.term-backwards", $"{at}/endsOn");
            }
        }

        foreach (var (i, reflection) in file.Reflections.Index())
        {
            Been(reflection.MadeOn, $"/reflections/{i}/madeOn");
            Unless(reflection.FindingId is not { } id || findings.GetValueOrDefault(id)?.Kind == FindingKind.Deficit, "route.finding-unknown",
                $"/reflections/{i}/findingId");
        }

        return all;
    }

    public static async Task<IReadOnlyList<Refusal>> Refusals(RouteFile file, Db db, TimeProvider time, CancellationToken ct) => Refusals(file,
        await RouteCodes.Areas(db, ct), await db.List<string>("select code from dictionary_entry where dictionary = 'pedagogical-product'", null, ct),
        RegionTime.Today(RegionTime.First, time));
}
