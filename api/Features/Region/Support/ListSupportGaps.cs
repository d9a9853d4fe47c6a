using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>The organizations of a territory that nobody stands behind with a service today.</summary>
public static class ListSupportGaps
{
    public static void Map(RouteGroupBuilder territory) =>
        territory.MapGet("/support-gaps", async (string territoryCode, [AsParameters] GapFilter filter, string? cursor, int? size, IMediator mediator,
            CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(territoryCode, filter, cursor, size), ct)))
            .WithDescription("Open organizations that run the mentoring of teachers, by name.")
            .Operation(nameof(ListSupportGaps), Permission.SupportRead);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(string Code, GapFilter Filter, string? Cursor, int? Size) : IQuery<Page<SupportGap>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(string NameShort, Guid Id);

    internal sealed record Row
    {
        public Guid Id { get; init; }
        public required string NameShort { get; init; }
        public required string Kind { get; init; }
        public required string TerritoryCode { get; init; }
        public required string TerritoryNameRu { get; init; }
        public string? Address { get; init; }
        public string[] Services { get; init; } = [];

        public SupportGap Shown => new(Id, NameShort, Kind, TerritoryCode, TerritoryNameRu, Address, Services);
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<SupportGap>>
    {
        public async Task<Page<SupportGap>> Handle(Query query, CancellationToken ct)
        {
            await SupportReach.DemandTerritory(query.Code, db, caller, ct);
            await query.Filter.DemandService(db, ct);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListSupportGaps)}/{query.Filter.Service}");
            var after = cursors.Read<After>(query.Cursor, list);
            var rows = await db.List<Row>(GapFilter.Sql,
                query.Filter.Args(query.Code, time.GetUtcNow().UtcDateTime, after?.NameShort, after?.Id, size + 1), ct);
            var page = cursors.Page(rows, size, list, row => new After(row.NameShort, row.Id));
            return new([.. page.Items.Select(row => row.Shown)], page.Next);
        }
    }
}
