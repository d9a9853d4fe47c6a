using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>What the own region and the country offer a teacher: the nearest run first, searched in Russian with word forms.</summary>
public static class ListResources
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapGet("", async ([AsParameters] ResourceFilter filter, string? cursor, int? size, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter, cursor, size), ct)))
            .WithDescription("Resources of the caller's regions, and those of other regions that are open to all. A body sees what it has withdrawn too.")
            .Operation(nameof(ListResources), Permission.ResourceRead);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(ResourceFilter Filter, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="NextRunOn">First day of the nearest run in which a place can still be taken; null where there is none.</param>
    /// <param name="FreePlaces">In all runs in which a place can still be taken; null where there is no such run.</param>
    /// <param name="Sectors">Codes of the dictionary `sector`; for all where empty.</param>
    public sealed record Item(
        Guid Id, string Kind, string Title, string About, Guid BodyId, string BodyName, string RegionCode, string RegionNameRu, string Host,
        IReadOnlyList<string> Areas, IReadOnlyList<string> Sectors, ResourceFormat Format, bool IsOpen, DateOnly? StartsOn, DateOnly? EndsOn,
        DateOnly? NextRunOn, int? FreePlaces, ResourceStatus Status, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(DateOnly On, string Title, Guid Id);

    internal sealed record Row
    {
        public Guid Id { get; init; }
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public required string About { get; init; }
        public Guid BodyId { get; init; }
        public required string BodyName { get; init; }
        public required string RegionCode { get; init; }
        public required string RegionNameRu { get; init; }
        public required string Host { get; init; }
        public string[] Areas { get; init; } = [];
        public string[] Sectors { get; init; } = [];
        public ResourceFormat Format { get; init; }
        public bool IsOpen { get; init; }
        public DateOnly? StartsOn { get; init; }
        public DateOnly? EndsOn { get; init; }
        public DateOnly? NextRunOn { get; init; }
        public int? FreePlaces { get; init; }
        public DateOnly NearOn { get; init; }
        public ResourceStatus Status { get; init; }
        public int Version { get; init; }

        public Item Shown => new(Id, Kind, Title, About, BodyId, BodyName, RegionCode, RegionNameRu, Host, Areas, Sectors, Format, IsOpen, StartsOn, EndsOn,
            NextRunOn, FreePlaces, Status, Version);
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var size = query.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<After>(query.Cursor, nameof(ListResources));
            var args = query.Filter.Args(caller, time.GetUtcNow().UtcDateTime);
            args.AddDynamicParams(new { AfterOn = after?.On, AfterTitle = after?.Title, AfterId = after?.Id, Take = size + 1 });
            var rows = await db.List<Row>(ResourceFilter.Sql, args, ct);
            var page = cursors.Page(rows, size, nameof(ListResources), row => new After(row.NearOn, row.Title, row.Id));
            return new([.. page.Items.Select(row => row.Shown)], page.Next);
        }
    }
}
