using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Decides anew which cells are hidden, of the months and indicators whose counts have changed. Kept is what goes along with small
/// counts: that these are hidden follows from them alone, also before this has run. Read are all places, and of organizations those
/// where something changed, is small or is hidden; elsewhere nothing asks for more than it is.
/// </summary>
public static class HiddenCells
{
    sealed record Change(DateOnly Period, string Indicator, short Number, int Least, string? TerritoryCode);

    sealed record PlaceRow(string Code, string? ParentCode, int Count, int Expected, bool Open, bool Kept);

    sealed record OrganizationRow(Guid Id, string RegionCode, string TerritoryCode, int Count);

    sealed record KeptRow(Guid Id, string TerritoryCode);

    public static async Task Decide(Db db, CancellationToken ct)
    {
        var changes = await db.List<Change>(Take, null, ct);
        foreach (var cells in changes.GroupBy(change => (change.Period, change.Indicator)))
            await Decide(db, cells.First(), cells.Any(change => change.TerritoryCode is null), [.. cells.Select(change => change.TerritoryCode ?? "")], ct);
    }

    static async Task Decide(Db db, Change of, bool all, string[] changed, CancellationToken ct)
    {
        var places = await db.List<PlaceRow>(Places, new { of.Period, of.Indicator, of.Least, All = all, Changed = changed }, ct);
        var open = places.Where(place => place.Open).Select(place => place.Code).ToHashSet(StringComparer.Ordinal);
        var organizations = new List<OrganizationRow>();
        string[] wanted = [.. open];
        while (true)
        {
            organizations.AddRange(await db.List<OrganizationRow>(Organizations, new { of.Period, of.Number, Codes = wanted }, ct));
            var tree = new Cells(places, open, organizations);
            var answer = Publication.Of(tree.Tree, tree.Counts, of.Least);
            wanted = [.. answer.Wanted.Select(at => tree.Codes[at])];
            if (wanted.Length == 0)
            {
                await Keep(db, of, tree, answer.Hidden, places, [.. open], ct);
                return;
            }

            open.UnionWith(wanted);
        }
    }

    /// <summary>Writes what differs from what is kept.</summary>
    static async Task Keep(Db db, Change of, Cells tree, IReadOnlyList<bool> hidden, IReadOnlyList<PlaceRow> places, string[] open, CancellationToken ct)
    {
        bool GoesAlong(int at) => hidden[at] && tree.Sums[at] >= of.Least;
        var codes = Enumerable.Range(0, tree.Codes.Count).Where(GoesAlong).Select(at => tree.Codes[at]).ToHashSet(StringComparer.Ordinal);
        var kept = places.Where(place => place.Kept).Select(place => place.Code).ToHashSet(StringComparer.Ordinal);
        var along = tree.Organizations.Where((_, at) => GoesAlong(tree.Codes.Count + at)).ToDictionary(one => one.Id);
        var known = await db.List<KeptRow>(KeptOrganizations, new { of.Period, of.Indicator, Open = open }, ct);
        var gone = known.Where(one => !along.TryGetValue(one.Id, out var still) || still.TerritoryCode != one.TerritoryCode).Select(one => one.Id).ToArray();
        var come = along.Values.ExceptBy(known.Select(one => one.Id).Except(gone), one => one.Id).ToList();
        string[] added = [.. codes.Except(kept)], dropped = [.. kept.Except(codes)];
        if (added.Length + dropped.Length + gone.Length + come.Count == 0) return;
        await db.Execute(Write, new
        {
            of.Period, of.Indicator, Added = added, Dropped = dropped, Gone = gone, Ids = come.Select(one => one.Id).ToArray(),
            Regions = come.Select(one => one.RegionCode).ToArray(), Codes = come.Select(one => one.TerritoryCode).ToArray(),
        }, ct);
    }

    /// <summary>The places from the federation down, then the organizations, small ones of the register first.</summary>
    sealed class Cells
    {
        public Cells(IReadOnlyList<PlaceRow> places, HashSet<string> open, IEnumerable<OrganizationRow> organizations)
        {
            var below = places.ToLookup(place => place.ParentCode);
            var line = new List<PlaceRow>(below[null]);
            for (var at = 0; at < line.Count; at++)
                line.AddRange(below[line[at].Code].OrderBy(place => place.Expected).ThenBy(place => place.Code, StringComparer.Ordinal));
            var index = line.Index().ToDictionary(one => one.Item.Code, one => one.Index, StringComparer.Ordinal);
            Codes = [.. line.Select(place => place.Code)];
            Organizations = [.. organizations.OrderBy(one => one.Id)];
            Counts = [.. line.Select(place => open.Contains(place.Code) ? 0 : place.Count), .. Organizations.Select(one => one.Count)];
            Tree = new([.. line.Select(place => place.ParentCode is { } code ? index[code] : -1), .. Organizations.Select(one => index[one.TerritoryCode])],
                [.. line.Select(place => !open.Contains(place.Code)), .. Organizations.Select(_ => false)]);
            var sums = Counts.ToArray();
            for (var at = sums.Length - 1; at > 0; at--) sums[Tree.Above[at]] += sums[at];
            Sums = sums;
        }

        public IReadOnlyList<string> Codes { get; }
        public IReadOnlyList<OrganizationRow> Organizations { get; }
        public IReadOnlyList<int> Counts { get; }
        public IReadOnlyList<int> Sums { get; }
        public Publication.Tree Tree { get; }
    }

    const string Take = """
        with gone as (delete from indicator_hiding returning period, indicator, territory_code)
        select distinct g.period, g.indicator, i.number, i.least, g.territory_code
          from gone g join indicator i on i.code = g.indicator and i.valid_to is null order by g.period, g.indicator
        """;

    const string Places = """
        select t.code, t.parent_code, coalesce(s.denominator, 0)::int count, coalesce(s.organizations_expected, 0) expected,
               @All or t.level <> 'Municipality' or t.code = any(@Changed) or (s.denominator > 0 and s.denominator < @Least)
                   or h.territory_code is not null open,
               h.territory_code is not null kept
          from territory t
          left join territory_indicator s on s.territory_code = t.code and s.period = @Period and s.indicator = @Indicator
          left join territory_hidden h on h.territory_code = t.code and h.period = @Period and h.indicator = @Indicator
        """;

    const string Organizations = """
        select organization_id id, region_code, territory_code, denominators[@Number] count from organization_sums
         where period = @Period and territory_code = any(@Codes) and denominators[@Number] > 0
        """;

    const string KeptOrganizations = """
        select organization_id id, territory_code from organization_hidden
         where period = @Period and indicator = @Indicator and territory_code = any(@Open)
        """;

    const string Write = """
        delete from territory_hidden where period = @Period and indicator = @Indicator and territory_code = any(@Dropped);
        delete from organization_hidden where period = @Period and indicator = @Indicator and organization_id = any(@Gone);
        insert into territory_hidden (territory_code, period, indicator) select code, @Period, @Indicator from unnest(@Added) code;
        insert into organization_hidden (region_code, organization_id, territory_code, period, indicator)
        select region_code, id, territory_code, @Period, @Indicator from unnest(@Regions, @Ids, @Codes) one (region_code, id, territory_code);
        update indicator_state set changed_at = clock_timestamp();
        """;
}
