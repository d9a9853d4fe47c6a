using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Codes that a route is written in.</summary>
static class RouteCodes
{
    /// <summary>Areas of competence by their leaves, so that what is counted is counted once.</summary>
    public static async Task DemandAreas(IEnumerable<(string Code, string Pointer)> areas, Db db, CancellationToken ct)
    {
        var known = await Areas(db, ct);
        foreach (var (code, pointer) in areas)
            if (!known.Contains(code)) throw new BadInput("route.area-unknown") { Pointer = pointer };
    }

    public static Task<IReadOnlyList<string>> Areas(Db db, CancellationToken ct) => db.List<string>(Leaves, null, ct);

    const string Leaves = """
        select d.code from dictionary_entry d where d.dictionary = 'competence-area'
           and not exists (select from dictionary_entry c where c.dictionary = 'competence-area' and c.data ->> 'parent' = d.code)
        """;
}
