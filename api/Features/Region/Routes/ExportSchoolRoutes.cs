using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>How far the routes of a school's teachers are, as a table.</summary>
public static class ExportSchoolRoutes
{
    /// <summary>More than any school has teachers.</summary>
    const int Most = 5_000;

    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/routes.csv", async (Guid organizationId, [AsParameters] SchoolRouteFilter filter, [AsParameters] ExportChoice choice,
            IMediator mediator, CancellationToken ct) =>
                Export.File(choice, "routes", Columns, (await mediator.Send(new Query(organizationId, filter), ct)).Select(Row), everyFieldQuoted: true))
            .WithDescription($"{Export.Description} The first 5,000 routes.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportSchoolRoutes), Permission.RouteWatch);

    public sealed record Query(Guid OrganizationId, SchoolRouteFilter Filter) : IQuery<IReadOnlyList<SchoolRoute>>;

    static readonly Export.Column[] Columns =
    [
        new("teacher", "Педагог"), new("status", "Этап"), new("starts_on", "С"), new("ends_on", "По"), new("activities", "Мероприятий"),
        new("activities_done", "Выполнено"), new("products", "Продуктов"), new("next_on", "Ближайший срок"),
    ];

    static object?[] Row(SchoolRoute r) => [r.PersonName, Word(r.Status), r.StartsOn, r.EndsOn, r.Activities, r.ActivitiesDone, r.Products, r.NextOn];

    static string Word(RouteStatus status) => Export.IsRussian ? RoutePaper.Status(status) : status.ToString();

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<SchoolRoute>>
    {
        public Task<IReadOnlyList<SchoolRoute>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            return db.List<SchoolRoute>(SchoolRouteFilter.Sql, query.Filter.Args(query.OrganizationId, null, null, Most), ct);
        }
    }
}
