using Dapper;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>How many teachers of a region or municipality have which difficulty, and what the resource map has for it: sums alone.</summary>
public static class GetTerritoryDeficits
{
    /// <summary>Of fewer teachers nothing is told, as of deficits in the indicators.</summary>
    const int Least = 10;

    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/territories/{territoryCode}/deficits", async (string territoryCode, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(territoryCode), ct)))
            .WithDescription("A number that is not told is null: of fewer than ten teachers, and where such a one would follow from the others. A teacher "
                + "counts once in an area, at the main employment. Open is a difficulty that a running route has not overcome, or that the diagnosis "
                + "that holds tells of (from 50 on); closed is one that a route has overcome in this month or the eleven before.")
            .Operation(nameof(GetTerritoryDeficits), Permission.DeficitRead);

    public sealed record Query(string Code) : IQuery<Result>;

    /// <param name="RegionCode">The region whose resource map is told of.</param>
    /// <param name="Least">Of fewer teachers nothing is told.</param>
    /// <param name="AsOf">When a sum last changed; null before there is any.</param>
    /// <param name="Diagnosed">Teachers with a diagnosis of difficulties that holds, or with one named in a route.</param>
    /// <param name="Areas">In the order of the dictionary `competence-area`.</param>
    /// <param name="Parts">Of a region: its municipalities by name, and the region itself where organizations stand directly on it.</param>
    public sealed record Result(
        string Code, TerritoryLevel Level, string NameRu, string NameEn, string RegionCode, int Least, DateTime? AsOf, int? Diagnosed,
        IReadOnlyList<Area> Areas, IReadOnlyList<Part> Parts);

    /// <param name="Code">Of the dictionary `competence-area`.</param>
    /// <param name="ParentCode">The area that it is a part of.</param>
    /// <param name="Open">Teachers with an open difficulty in it.</param>
    /// <param name="Closed">Teachers who overcame one within twelve months.</param>
    /// <param name="Resources">What the map offers teachers of the region for it, kept here or open to all.</param>
    /// <param name="FreePlaces">Free in the runs of these that can still be joined.</param>
    /// <param name="Always">How many of these have no runs and are always there.</param>
    public sealed record Area(
        string Code, string? ParentCode, string NameRu, string NameEn, int? Open, int? Closed, int Resources, int FreePlaces, int Always);

    /// <param name="Diagnosed">Teachers there with a diagnosis of difficulties that holds, or with one named in a route.</param>
    /// <param name="Open">In the order of `areas`.</param>
    /// <param name="Closed">In the order of `areas`.</param>
    public sealed record Part(string Code, string NameRu, string NameEn, int? Diagnosed, IReadOnlyList<int?> Open, IReadOnlyList<int?> Closed);

    sealed record Self(string Code, TerritoryLevel Level, string NameRu, string NameEn, string RegionCode, bool Reached);

    sealed record Sum(string TerritoryCode, string Counted, string AreaCode, int Teachers, DateTime ChangedAt);

    sealed record Name(string Code, string NameRu, string NameEn);

    sealed record Offer(string Code, string? ParentCode, string NameRu, string NameEn, int Resources, int FreePlaces, int Always);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var self = await db.Maybe<Self>(Find, new { query.Code, Organizations = caller.Scope.Organizations.ToArray() }, ct) ?? throw new NotFound();
            if (!self.Reached && !caller.Scope.Federation && !caller.Scope.ReachesTerritory(self.Code, self.RegionCode)) throw new NotFound();
            if (self.Level is not (TerritoryLevel.Region or TerritoryLevel.Municipality))
                throw new BadInput("deficits.territory-too-wide") { Pointer = "/territoryCode" };

            return await db.Many(Sql, new { self.RegionCode, Now = time.GetUtcNow().UtcDateTime }, async rows =>
            {
                var sums = (await rows.ReadAsync<Sum>()).AsList();
                var places = (await rows.ReadAsync<Name>()).AsList();
                var offers = (await rows.ReadAsync<Offer>()).AsList();
                return Told(self, new(places.Where(place => place.Code != self.RegionCode || sums.Any(sum => sum.TerritoryCode == place.Code)), offers, sums));
            }, ct);
        }

        /// <summary>What is told of a municipality is what its region's page tells of it, wherever it is asked.</summary>
        static Result Told(Self self, Table table)
        {
            var (areas, parts) = (table.Offers, table.Parts());
            var whole = self.Code == self.RegionCode ? table.Whole() : parts.Single(part => part.Code == self.Code);
            return new(self.Code, self.Level, self.NameRu, self.NameEn, self.RegionCode, Least, table.AsOf, whole.Diagnosed,
                [.. areas.Select((a, at) => new Area(a.Code, a.ParentCode, a.NameRu, a.NameEn, whole.Open[at], whole.Closed[at], a.Resources, a.FreePlaces,
                    a.Always))],
                self.Code != self.RegionCode ? []
                    : [.. parts.OrderBy(part => part.Code == self.Code).ThenBy(part => part.NameRu, StringComparer.Ordinal)]);
        }
    }

    /// <summary>
    /// The sums of a region, place by place and area by area, and which of them are told. Places come by how many organizations the register
    /// has there, so that what goes with a small number is a small place.
    /// </summary>
    sealed class Table
    {
        static readonly string[] s_counted = ["Open", "Closed"];

        readonly List<Name> _places;
        readonly Dictionary<(string Place, string Counted, string Area), int> _sums;
        readonly SmallCells.Hidden _diagnosed;
        readonly Dictionary<(string Counted, string Area), SmallCells.Hidden> _hidden = [];

        public Table(IEnumerable<Name> places, IReadOnlyList<Offer> offers, IReadOnlyList<Sum> sums)
        {
            (_places, Offers) = ([.. places], offers);
            _sums = sums.ToDictionary(sum => (sum.TerritoryCode, sum.Counted, sum.AreaCode), sum => sum.Teachers);
            AsOf = sums.Count > 0 ? sums.Max(sum => sum.ChangedAt) : null;
            _diagnosed = SmallCells.Of([Column("Diagnosed", "")], [.. _places.Select(_ => false)], Least, tellsNought: false);
            foreach (var counted in s_counted)
                foreach (var family in offers.GroupBy(offer => offer.ParentCode ?? offer.Code))
                {
                    var hidden = SmallCells.Of(Columns(counted, family), _diagnosed.Parts, Least, tellsNought: true);
                    foreach (var one in family) _hidden[(counted, one.Code)] = hidden;
                }
        }

        public IReadOnlyList<Offer> Offers { get; }

        public DateTime? AsOf { get; }

        public Part Whole() => new("", "", "", _diagnosed.Whole ? null : Column("Diagnosed", "").Sum(),
            [.. Offers.Select(one => Whole("Open", one.Code))], [.. Offers.Select(one => Whole("Closed", one.Code))]);

        public IReadOnlyList<Part> Parts() => [.. _places.Select((place, at) => new Part(place.Code, place.NameRu, place.NameEn,
            _diagnosed.Parts[at] ? null : Of(place.Code, "Diagnosed", ""),
            [.. Offers.Select(one => One("Open", one.Code, at))], [.. Offers.Select(one => One("Closed", one.Code, at))]))];

        int Of(string place, string counted, string area) => _sums.GetValueOrDefault((place, counted, area));

        int[] Column(string counted, string area) => [.. _places.Select(place => Of(place.Code, counted, area))];

        /// <summary>Also what follows from a family's numbers: who lacks the one part and not the other, and who lacks both.</summary>
        IReadOnlyList<int[]> Columns(string counted, IGrouping<string, Offer> family)
        {
            var above = Column(counted, family.Key);
            List<int[]> parts = [.. family.Where(one => one.Code != family.Key).Select(one => Column(counted, one.Code))];
            List<int[]> all = [above, .. parts, .. parts.Select(part => Less(above, part))];
            return parts is [var one, var other] ? [.. all, Less(one, Less(above, other))] : all;

            static int[] Less(int[] from, int[] what) => [.. from.Zip(what, (a, b) => a - b)];
        }

        int? Whole(string counted, string area) => _diagnosed.Whole || _hidden[(counted, area)].Whole ? null : Column(counted, area).Sum();

        int? One(string counted, string area, int at) => _hidden[(counted, area)].Parts[at] ? null : Of(_places[at].Code, counted, area);
    }

    const string Find = $"""
        select t.code, t.level, t.name_ru, t.name_en, region.code region_code,
               exists (select from organization o where o.id = any(@Organizations) and o.kind in {OrganizationKinds.Body}
                                                    and o.region_code = region.code) reached
          from territory t cross join lateral (select case t.level when 'Municipality' then t.parent_code else t.code end code) region where t.code = @Code
        """;

    const string Sql = """
        select territory_code, counted, area_code, teachers, changed_at from deficits_of(@RegionCode);

        select t.code, t.name_ru, t.name_en from territory t
         where t.parent_code = @RegionCode or t.code = @RegionCode
         order by (select count(*) from organization o where o.territory_code = t.code), t.code;

        with area as (
            select distinct on (code) code, data ->> 'parent' parent_code, name_ru, name_en, position from dictionary_entry
             where dictionary = 'competence-area' order by code, valid_to desc nulls first),
        offered as (
            select r.areas, run.places, not exists (select from resource_run n where n.region_code = r.region_code and n.resource_id = r.id
                                                       and n.called_off_at is null) always
              from resource r join organization b on b.id = r.body_id and b.status = 'Open' join organization_zone zone on zone.place_id = r.body_id
             cross join lateral (select (@Now::timestamptz at time zone zone.time_zone)::date today) day
             cross join lateral (select coalesce(sum(n.places - n.taken), 0)::int places from resource_run n
                                  where n.region_code = r.region_code and n.resource_id = r.id and n.called_off_at is null
                                    and n.apply_until >= day.today) run
             where r.status = 'Offered' and (r.is_open or r.region_code = @RegionCode) and (r.ends_on is null or r.ends_on > day.today))
        select a.code, a.parent_code, a.name_ru, a.name_en, count(o.areas)::int resources, coalesce(sum(o.places), 0)::int free_places,
               (count(*) filter (where o.always))::int always
          from area a left join offered o on o.areas && array(select b.code from area b where b.code = a.code or b.parent_code = a.code)
         group by a.code, a.parent_code, a.name_ru, a.name_en, a.position order by a.position, a.code
        """;
}
