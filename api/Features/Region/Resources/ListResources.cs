using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>What the own region and the country offer a teacher: the own region and the nearest run first, searched with word forms.</summary>
public static class ListResources
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapGet("", async ([AsParameters] ResourceFilter filter, string? cursor, int? size, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter, cursor, size), ct)))
            .WithDescription("Resources of the caller's regions, and those of other regions that are open to all. A body sees what it has withdrawn too.")
            .Operation(nameof(ListResources), Permission.ResourceRead);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(ResourceFilter Filter, string? Cursor, int? Size) : IQuery<Page<Item>>;

    public record Item : ResourceFacts
    {
        /// <summary>First day of the nearest run in which a place can still be taken; null where there is none.</summary>
        public required DateOnly? NextRunOn { get; init; }

        /// <summary>In all runs in which a place can still be taken; null where there is no such run.</summary>
        public required int? FreePlaces { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(bool Away, DateOnly On, string Title, Guid Id);

    internal sealed record Row : Item
    {
        public required DateOnly NearOn { get; init; }
        public required bool Away { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var size = query.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<After>(query.Cursor, nameof(ListResources));
            var args = query.Filter.Args(caller, time.GetUtcNow().UtcDateTime);
            args.AddDynamicParams(new { AfterAway = after?.Away, AfterOn = after?.On, AfterTitle = after?.Title, AfterId = after?.Id, Take = size + 1 });
            var rows = await db.List<Row>(ResourceFilter.Sql, args, ct);
            var page = cursors.Page(rows, size, nameof(ListResources), row => new After(row.Away, row.NearOn, row.Title, row.Id));
            return new([.. page.Items], page.Next);
        }
    }
}
