using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>The schools of a municipality or a region with their indicators: numbers, no people.</summary>
public static class ListTerritoryOrganizations
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/territories/{territoryCode}/organizations",
                async (string territoryCode, string? period, string? search, string? cursor, int? size, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Query(territoryCode, period, search, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListTerritoryOrganizations), Permission.MonitoringTerritory);

    /// <param name="Code">A municipality or a region within the caller's territory.</param>
    /// <param name="Period">As for the dashboard.</param>
    /// <param name="Search">Part of the name.</param>
    public sealed record Query(string Code, string? Period, string? Search, string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="Values">In the catalogue's order.</param>
    public sealed record Item(Guid Id, string NameShort, string Kind, string TerritoryCode, string TerritoryNameRu, string TerritoryNameEn,
        IReadOnlyList<IndicatorValue> Values);

    sealed record Area(TerritoryLevel Level, string RegionCode);

    sealed record Row(Guid Id, string NameShort, string Kind, string TerritoryCode, string TerritoryNameRu, string TerritoryNameEn);

    sealed record After(string NameShort, Guid Id);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
            RuleFor(q => q.Search).MaximumLength(200);
        }
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var area = await db.Maybe<Area>(Find, query, ct) ?? throw new NotFound();
            if (area.Level is not (TerritoryLevel.Municipality
                or TerritoryLevel.Region)) throw new BadInput("monitoring.territory-too-wide") { Pointer = "/code" };
            if (!caller.Scope.ReachesTerritory(query.Code, area.RegionCode)) throw new NotFound();

            var list = $"{nameof(ListTerritoryOrganizations)}/{query.Code}/{query.Search}";
            var after = cursors.Read<After>(query.Cursor, list);
            var rows = await db.List<Row>(Schools, new { query.Code, query.Search, Name = after?.NameShort, after?.Id, More = query.Size + 1 }, ct);
            var page = cursors.Page(rows, query.Size, list, row => new After(row.NameShort, row.Id));

            var (_, period) = await MonitoringSql.Now(db, time, query.Period, ct);
            var values = (await db.List<MonitoringSql.ValueRow>(MonitoringSql.OrganizationValues,
                MonitoringSql.Arguments(period, ids: page.Items.Select(r => r.Id)), ct))
                .Where(v => v.Part == MonitoringSql.Part.Shown).ToLookup(v => v.Place, v => v.Value);
            return new([.. page.Items.Select(r => new Item(
                r.Id, r.NameShort, r.Kind, r.TerritoryCode, r.TerritoryNameRu, r.TerritoryNameEn, [.. values[r.Id.ToString()]]))], page.Next);
        }
    }

    const string Find = """
        select t.level, case when t.level = 'Municipality' then t.parent_code else t.code end region_code from territory t where t.code = @Code
        """;

    const string Schools = $"""
        select o.id, o.name_short, o.kind, o.territory_code, t.name_ru territory_name_ru, t.name_en territory_name_en
          from organization o join territory t on t.code = o.territory_code
         where o.territory_code in (select descendant_code from territory_tree where ancestor_code = @Code)
           and o.kind in {OrganizationKinds.Counted}
           and (@Search::text is null or (o.name_short || ' ' || o.name_full) ilike '%' || @Search || '%')
           and (@Id::uuid is null or (o.name_short, o.id) > (@Name, @Id))
         order by o.name_short, o.id limit @More
        """;
}
