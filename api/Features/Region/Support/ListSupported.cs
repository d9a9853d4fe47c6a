using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Whom a body stands behind, by name, with what may still be done with each link.</summary>
public static class ListSupported
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/supported", async (Guid organizationId, [AsParameters] SupportedFilter filter, string? cursor, int? size, IMediator mediator,
            CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(organizationId, filter, cursor, size), ct)))
            .Operation(nameof(ListSupported), Permission.SupportRead);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid OrganizationId, SupportedFilter Filter, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="Kind">Code of the dictionary `organization-kind`.</param>
    /// <param name="Service">Code of the dictionary `support-service`.</param>
    /// <param name="EndsOn">The first day on which it is no longer in force; null without an end.</param>
    public sealed record Item(
        Guid Id, Guid OrganizationId, string NameShort, string Kind, string TerritoryCode, string TerritoryNameRu, string Service, string Agreement,
        DateOnly StartsOn, DateOnly? EndsOn, string? EndReason, SupportState State, IReadOnlyList<SupportStep> Steps, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(string NameShort, Guid Id);

    internal sealed record Row(
        Guid Id, Guid OrganizationId, string NameShort, string Kind, string TerritoryCode, string TerritoryNameRu, string RegionCode, string Service,
        string Agreement, DateOnly StartsOn, DateOnly? EndsOn, string? EndReason, SupportState State, int Version);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            var (size, after) = (query.Size ?? Cursors.DefaultSize, cursors.Read<After>(query.Cursor, nameof(ListSupported)));
            var rows = await db.List<Row>(SupportedFilter.Sql,
                query.Filter.Args(query.OrganizationId, time.GetUtcNow().UtcDateTime, after?.NameShort, after?.Id, size + 1), ct);
            var page = cursors.Page(rows, size, nameof(ListSupported), row => new After(row.NameShort, row.Id));
            return new([.. page.Items.Select(l => new Item(l.Id, l.OrganizationId, l.NameShort, l.Kind, l.TerritoryCode, l.TerritoryNameRu, l.Service,
                l.Agreement, l.StartsOn, l.EndsOn, l.EndReason, l.State, Steps(query.OrganizationId, l), l.Version))], page.Next);
        }

        IReadOnlyList<SupportStep> Steps(Guid body, Row link) =>
            caller.Grants.For(Permission.SupportManage) is { } scope && (scope.Reaches(body) || scope.ReachesRegion(link.RegionCode))
                ? SupportLife.Possible(link.State) : [];
    }
}
