using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>How far the routes of a school's teachers are, by name: states, terms and counts, and nothing that is written in them.</summary>
public static class ListSchoolRoutes
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/routes", async (Guid organizationId, [AsParameters] SchoolRouteFilter filter, string? cursor, int? size, IMediator mediator,
            CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(organizationId, filter, cursor, size), ct)))
            .Operation(nameof(ListSchoolRoutes), Permission.RouteWatch);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid OrganizationId, SchoolRouteFilter Filter, string? Cursor, int? Size) : IQuery<Page<SchoolRoute>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(string PersonName, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<SchoolRoute>>
    {
        public async Task<Page<SchoolRoute>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var (size, after) = (query.Size ?? Cursors.DefaultSize, cursors.Read<After>(query.Cursor, nameof(ListSchoolRoutes)));
            var rows = await db.List<SchoolRoute>(SchoolRouteFilter.Sql, query.Filter.Args(query.OrganizationId, after?.PersonName, after?.Id, size + 1), ct);
            return cursors.Page(rows, size, nameof(ListSchoolRoutes), row => new After(row.PersonName, row.Id));
        }
    }
}
