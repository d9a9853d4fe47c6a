using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>The bodies of the external contour that stand in a territory, with how many organizations each stands behind today.</summary>
public static class ListBodies
{
    public static void Map(RouteGroupBuilder territory) =>
        territory.MapGet("/bodies", async (string territoryCode, [AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(territoryCode, filter), ct)))
            .Operation(nameof(ListBodies), Permission.SupportRead);

    /// <param name="Search">A part of the short or full name.</param>
    /// <param name="Kind">Code of the dictionary `organization-kind`.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(string? Search = null, string? Kind = null, string? Cursor = null, int? Size = null);

    public sealed record Query(string Code, Filter Filter) : IQuery<Page<Item>>;

    /// <param name="Kind">Code of the dictionary `organization-kind`.</param>
    /// <param name="ParentId">Of a unit, the organization that it belongs to; null of one that stands alone.</param>
    /// <param name="ParentName">Short name of that organization; null of one that stands alone.</param>
    /// <param name="Inn">Taxpayer number; null of a unit and where none is known.</param>
    /// <param name="Ogrn">Registration number; null of a unit and where none is known.</param>
    /// <param name="Organizations">How many organizations it stands behind today, with whichever service.</param>
    /// <param name="Services">How many with each service, where there are any.</param>
    public sealed record Item(
        Guid Id, string Kind, string NameShort, string NameFull, string TerritoryCode, string TerritoryNameRu, Guid? ParentId, string? ParentName, string? Inn,
        string? Ogrn, string? Address, string? Email, string? Phone, string? Website, int Organizations, IReadOnlyList<OfService> Services, int Version);

    /// <param name="Service">Code of the dictionary `support-service`.</param>
    /// <param name="Organizations">How many organizations it stands behind with it today.</param>
    public sealed record OfService(string Service, int Organizations);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    public sealed record After(string NameShort, Guid Id);

    sealed record Row
    {
        public Guid Id { get; init; }
        public required string Kind { get; init; }
        public required string NameShort { get; init; }
        public required string NameFull { get; init; }
        public required string TerritoryCode { get; init; }
        public required string TerritoryNameRu { get; init; }
        public Guid? ParentId { get; init; }
        public string? ParentName { get; init; }
        public string? Inn { get; init; }
        public string? Ogrn { get; init; }
        public string? Address { get; init; }
        public string? Email { get; init; }
        public string? Phone { get; init; }
        public string? Website { get; init; }
        public int Organizations { get; init; }
        public string[] Codes { get; init; } = [];
        public int[] Counts { get; init; } = [];
        public int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await SupportReach.DemandTerritory(query.Code, db, caller, ct);
            var (filter, size) = (query.Filter, query.Filter.Size ?? Cursors.DefaultSize);
            var after = cursors.Read<After>(filter.Cursor, nameof(ListBodies));
            var rows = await db.List<Row>(Sql, new
            {
                query.Code, Pattern = Like.Containing(filter.Search), filter.Kind, after?.NameShort, after?.Id, Take = size + 1,
                Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            var page = cursors.Page(rows, size, nameof(ListBodies), row => new After(row.NameShort, row.Id));
            return new([.. page.Items.Select(o => new Item(o.Id, o.Kind, o.NameShort, o.NameFull, o.TerritoryCode, o.TerritoryNameRu, o.ParentId, o.ParentName,
                o.Inn, o.Ogrn, o.Address, o.Email, o.Phone, o.Website, o.Organizations,
                [.. o.Codes.Zip(o.Counts, (service, count) => new OfService(service, count))], o.Version))], page.Next);
        }
    }

    const string Sql = $"""
        select o.id, o.kind, o.name_short, o.name_full, o.territory_code, t.name_ru territory_name_ru, o.parent_id, p.name_short parent_name, o.inn, o.ogrn,
               o.address, o.email, o.phone, o.website, coalesce(today.organizations, 0)::int organizations,
               coalesce(today.codes, array[]::text[]) codes, coalesce(today.counts, array[]::int[]) counts, o.version
          from organization o join territory t on t.code = o.territory_code left join organization p on p.id = o.parent_id
          left join lateral (
              select (select count(distinct l.organization_id) from support_link l {SupportLife.Day} where l.body_id = o.id and l.period @> day.today)
                         organizations, array_agg(s.service_code order by s.service_code) codes, array_agg(s.of_service order by s.service_code) counts
                from (select l.service_code, count(*)::int of_service from support_link l {SupportLife.Day}
                       where l.body_id = o.id and l.period @> day.today group by l.service_code) s) today on true
         where o.kind in {OrganizationKinds.Body} and o.status = 'Open'
           and o.territory_code in (select descendant_code from territory_tree where ancestor_code = @Code)
           and (@Kind::text is null or o.kind = @Kind)
           and (@Pattern::text is null or o.name_short ilike @Pattern or o.name_full ilike @Pattern)
           and (@Id::uuid is null or (o.name_short, o.id) > (@NameShort, @Id))
         order by o.name_short, o.id
         limit @Take
        """;
}
