using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>Records that were made one, the latest first, for whoever decides about them.</summary>
public static class ListPersonMerges
{
    public static void Map(RouteGroupBuilder people) =>
        people.MapGet("/merges", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter.OrganizationId, filter.Cursor, filter.Size), ct)))
            .Operation(nameof(ListPersonMerges), Permission.PersonMerge);

    /// <param name="OrganizationId">Of people who work or worked there; everywhere in reach when absent.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(Guid? OrganizationId, string? Cursor, int? Size);

    public sealed record Query(Guid? OrganizationId, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="AbsorbedName">A dash where the record itself is not open to the caller, as with the survivor's.</param>
    /// <param name="Kept">Rows for which the record that stayed had one already.</param>
    /// <param name="UndoneAt">When it was taken back; absent while it holds.</param>
    /// <param name="MayUndo">It holds, it is the last one of this person, no post of both was divided since, and every place is in the caller's reach.</param>
    public sealed record Item(
        Guid Id, Guid SurvivorId, string SurvivorName, Guid AbsorbedId, string AbsorbedName, string? Reason, int Moved, int Kept, DateTime MergedAt,
        DateTime? UndoneAt, bool MayUndo, int Version);

    sealed record Row(
        Guid Id, Guid SurvivorId, string SurvivorName, Guid AbsorbedId, string AbsorbedName, string? Reason, int Moved, int Kept, DateTime MergedAt,
        DateTime? UndoneAt, bool MayUndo, int Version, long Number);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(long Number);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            var size = query.Size ?? Cursors.DefaultSize;
            var list = $"{nameof(ListPersonMerges)}/{query.OrganizationId}";
            var rows = await db.List<Row>(Sql, new
            {
                query.OrganizationId, After = cursors.Read<After>(query.Cursor, list)?.Number, Take = size + 1, caller.Scope.Federation,
                Organizations = caller.Scope.Organizations.ToArray(), Regions = caller.Scope.Regions.ToArray(),
            }, ct);
            var page = cursors.Page(rows, size, list, row => new After(row.Number));
            return new([.. page.Items.Select(m => new Item(m.Id, m.SurvivorId, m.SurvivorName, m.AbsorbedId, m.AbsorbedName, m.Reason, m.Moved, m.Kept,
                m.MergedAt, m.UndoneAt, m.MayUndo, m.Version))], page.Next);
        }
    }

    const string Name = "coalesce(nullif(person_name({0}), ''), '—')";

    static readonly string Sql = $"""
        select m.id, m.survivor_id, {Name.Replace("{0}", "s", StringComparison.Ordinal)} survivor_name,
               m.absorbed_id, {Name.Replace("{0}", "a", StringComparison.Ordinal)} absorbed_name, m.reason, m.moved, m.kept, m.merged_at, m.undone_at,
               m.undone_at is null and s.merged_into is null and not person_merge_turned(m.id)
                   and not exists (select from person_merge later
                                    where later.survivor_id = m.survivor_id and later.undone_at is null and later.number > m.number)
                   and (@Federation or m.organization_ids <@ @Organizations::uuid[]
                        or not exists (select from organization o where o.id = any(m.organization_ids) and o.region_code <> all(@Regions))) may_undo,
               m.version, m.number
          from person_merge m left join person s on s.id = m.survivor_id left join person a on a.id = m.absorbed_id
         where (@OrganizationId::uuid is null or @OrganizationId = any(m.organization_ids)) and (@After::bigint is null or m.number < @After)
         order by m.number desc limit @Take
        """;
}
