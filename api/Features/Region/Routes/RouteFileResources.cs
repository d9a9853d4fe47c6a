using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Resources of the map in a route's file: told with their names, tied again where the map has them, words elsewhere.</summary>
static class RouteFileResources
{
    sealed record Row(Guid Id, string Title, string Host);

    /// <summary>As they stand on the map, withdrawn ones too: the activity was taken from them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, RouteFile.Resource>> Of(IEnumerable<Guid?> ids, Db db, CancellationToken ct) =>
        (await db.List<Row>("select id, title, host from resource where id = any(@Ids)", new { Ids = ids.OfType<Guid>().Distinct().ToArray() }, ct))
            .ToDictionary(row => row.Id, row => new RouteFile.Resource(row.Id, row.Title, row.Host));

    public static RouteFile.Resource? Told(GetRoute.Activity activity, IReadOnlyDictionary<Guid, RouteFile.Resource> all) =>
        activity.ResourceId is { } id && all.GetValueOrDefault(id) is { } known ? known with { RunId = activity.ResourceRunId } : null;

    /// <summary>Resources and runs of the file that the map offers to teachers of a region.</summary>
    public static async Task<IReadOnlySet<Guid>> Reached(RouteFile file, string region, Db db, CancellationToken ct)
    {
        var ids = file.Activities.SelectMany(a => (Guid?[])[a.Resource?.Id, a.Resource?.RunId]).OfType<Guid>().Distinct().ToArray();
        return ids.Length == 0 ? new HashSet<Guid>() : (await db.List<Guid>(ReachedSql, new { ids, region }, ct)).ToHashSet();
    }

    public static Guid? Link(Guid? id, IReadOnlySet<Guid> known) => id is { } one && known.Contains(one) ? id : null;

    /// <summary>What the activity needs, and beside it the resource that it cannot be tied to.</summary>
    public static string? Text(RouteFile.Activity activity, IReadOnlySet<Guid> known)
    {
        var text = activity.Resources?.Trim();
        if (activity.Resource is not { } resource || known.Contains(resource.Id)) return text;
        string[] names = [resource.Title.Trim(), resource.Host.Trim()];
        var words = string.Join(" · ", names.Where(name => name.Length > 0 && text?.Contains(name, StringComparison.Ordinal) != true));
        var all = string.IsNullOrEmpty(text) ? words : words.Length == 0 ? text : $"{text} · {words}";
        return all.Length > Longest ? all[..Longest] : all;
    }

    const int Longest = 1000;

    const string ReachedSql = """
        with reached as (select region_code, id from resource where id = any(@ids) and status = 'Offered' and (is_open or region_code = @region))
        select id from reached
        union all
        select n.id from reached r join resource_run n on n.region_code = r.region_code and n.resource_id = r.id where n.id = any(@ids)
        """;
}
