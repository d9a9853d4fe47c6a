using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The organizations that a territory or a body can set a task today, to choose among; by municipality and name.</summary>
public static class ListSchoolTaskTargets
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/school-tasks/targets", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .WithTags("Initiatives").Operation(nameof(ListSchoolTaskTargets), Permission.SchoolTaskSet);

    /// <param name="TerritoryCode">The caller's municipality or region; this or a body.</param>
    /// <param name="BodyId">The caller's body: whom it stands behind in its region; this or a territory.</param>
    /// <param name="Search">A part of the short or full name.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(string? TerritoryCode = null, Guid? BodyId = null, string? Search = null, string? Cursor = null, int? Size = null);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    /// <param name="TerritoryNameRu">The municipality.</param>
    public sealed record Item(Guid Id, string NameShort, string TerritoryCode, string TerritoryNameRu, string TerritoryNameEn);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    sealed record Key(string Territory, string Name, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var (filter, size) = (query.Filter, query.Filter.Size ?? Cursors.DefaultSize);
            var ground = await SchoolTaskGround.Of(filter.TerritoryCode, filter.BodyId, db, caller, time, ct);
            var list = $"{nameof(ListSchoolTaskTargets)}/{filter.TerritoryCode}{filter.BodyId}";
            var after = cursors.Read<Key>(filter.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                filter.TerritoryCode, filter.BodyId, ground.RegionCode, ground.Today, Pattern = Like.Containing(filter.Search),
                AfterTerritory = after?.Territory, AfterName = after?.Name, AfterId = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.TerritoryNameRu, item.NameShort, item.Id));
        }
    }

    const string Sql = $"""
        select o.id, o.name_short, t.code territory_code, t.name_ru territory_name_ru, t.name_en territory_name_en
          from organization o join territory t on t.code = o.territory_code
         where {SchoolTaskGround.Reached}
           and (@Pattern::text is null or o.name_short ilike @Pattern or o.name_full ilike @Pattern)
           and (@AfterId::uuid is null or (t.name_ru, o.name_short, o.id) > (@AfterTerritory, @AfterName, @AfterId))
         order by t.name_ru, o.name_short, o.id limit @Take
        """;
}
