using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>Finds organizations by words of their names or by their registration number.</summary>
public static class ListOrganizations
{
    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapGet("/", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListOrganizations), Permission.SignedIn);

    /// <param name="Search">Words of the full or short name, misspelled ones too; or an OGRN or INN in full.</param>
    /// <param name="Territory">Code of a territory: organizations on it and on all below it.</param>
    /// <param name="Kind">Code of the dictionary `organization-kind`.</param>
    /// <param name="Status">Open or Closed; both when absent.</param>
    /// <param name="Unplaced">
    /// Those whose municipality is not known: they stand on their region and run the mentoring of teachers. Whoever keeps the
    /// register gets those of the own regions.
    /// </param>
    /// <param name="Near">An organization: those of its municipality come first, then those of its region.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(
        string? Search, string? Territory, string? Kind, OrganizationStatus? Status, bool? Unplaced, string? Cursor, int? Size, Guid? Near = null)
        : IQuery<Page<Item>>;

    /// <param name="Kind">Code of the dictionary `organization-kind`.</param>
    /// <param name="Sector">Code of the dictionary `sector`.</param>
    /// <param name="TerritoryCode">Municipality, or the region where the municipality is not known.</param>
    /// <param name="Ogrn">Registration number: 13 digits, 15 for entrepreneurs.</param>
    public sealed record Item(
        Guid Id, string NameShort, string NameFull, string Kind, string Sector, string TerritoryCode, string TerritoryNameRu, string RegionCode,
        string? Ogrn, string? Address, OrganizationStatus Status);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(200);
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(string NameShort, Guid Id, int Distance = 0);

    sealed record Row(
        Guid Id, string NameShort, string NameFull, string Kind, string Sector, string TerritoryCode, string TerritoryNameRu, string RegionCode,
        string? Ogrn, string? Address, OrganizationStatus Status, int Distance);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var size = query.Size ?? Cursors.DefaultSize;
            var list = query.Near is null ? nameof(ListOrganizations) : $"{nameof(ListOrganizations)}/{query.Near}";
            var after = cursors.Read<After>(query.Cursor, list);
            var number = query.Search?.Trim() is { Length: 10 or 12 or 13 or 15 } digits && digits.All(char.IsAsciiDigit) ? digits : null;
            var words = number is null ? SearchText.Words(query.Search) : [];
            var args = new Dapper.DynamicParameters(new
            {
                Number = number, query.Territory, query.Kind, Status = query.Status?.ToString(), Unplaced = query.Unplaced == true, after?.NameShort,
                after?.Id, after?.Distance, query.Near, Take = size + 1,
                Regions = query.Unplaced == true ? caller.Grants.For(Permission.OrganizationManage)?.Regions.ToArray() : null,
            });
            for (var i = 0; i < words.Length; i++) args.Add($"Word{i}", words[i]);
            var rows = await db.List<Row>(Sql(words.Length, query.Near is not null), args, ct);
            var page = cursors.Page(rows, size, list, o => new After(o.NameShort, o.Id, o.Distance));
            return new([.. page.Items.Select(o => new Item(o.Id, o.NameShort, o.NameFull, o.Kind, o.Sector, o.TerritoryCode, o.TerritoryNameRu,
                o.RegionCode, o.Ogrn, o.Address, o.Status))], page.Next);
        }
    }

    // A word stands in the name as it is, or nearly: other endings and slips of the pen. Both tests read the trigram index.
    static string Sql(int words, bool near)
    {
        var distance = near ? Distance : "0";
        return $"""
            select o.id, o.name_short, o.name_full, o.kind, o.sector, o.territory_code, t.name_ru territory_name_ru, o.region_code, o.ogrn, o.address,
                   o.status, {distance} distance
              from organization o join territory t on t.code = o.territory_code {(near ? "left join organization n on n.id = @Near" : "")}
             where (@Number::text is null or o.ogrn = @Number or o.inn = @Number)
               and (@Territory::text is null or o.territory_code in (select descendant_code from territory_tree where ancestor_code = @Territory))
               and (@Kind::text is null or o.kind = @Kind)
               and (@Status::text is null or o.status = @Status)
               and (not @Unplaced or (o.territory_code = o.region_code and o.kind in {OrganizationKinds.Counted}))
               and (@Regions::text[] is null or o.region_code = any(@Regions))
               and (@Id::uuid is null or ({(near ? $"{distance}, " : "")}o.name_short, o.id) > ({(near ? "@Distance, " : "")}@NameShort, @Id))
               {string.Concat(Enumerable.Range(0, words).Select(i => $"and ({Name} like '%' || @Word{i} || '%' or @Word{i} <% {Name})\n"))}
             order by {(near ? "distance, " : "")}o.name_short, o.id
             limit @Take
            """;
    }

    const string Distance = "case when o.territory_code = n.territory_code then 0 when o.region_code = n.region_code then 1 else 2 end";

    const string Name = "translate(lower(o.name_short || ' ' || o.name_full), 'ё', 'е')";
}
