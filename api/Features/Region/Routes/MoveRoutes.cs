using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>
/// The hourly job that lets routes go where their teachers work: by the day on which main work elsewhere has begun, whoever wrote it
/// down. What is only planned moves nothing. Routes that are over stay where they ended.
/// </summary>
public sealed class MoveRoutes(DueWork due)
{
    public const string Schedule = "0 20 * * * *";

    sealed record Row(Guid Id);

    public Task Run(CancellationToken ct) => due.Each<Row, Done>(nameof(MoveRoutes), Due, row => new Command(row.Id), ct);

    public sealed record Command(Guid Id) : ICommand<Done>;

    sealed record Move(Guid FormerId, string FormerRegion, Guid PlaceId, string PlaceRegion);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var move = await db.Maybe<Move>("select * from route_move(@Id, @Now)", new { command.Id, Now = time.GetUtcNow().UtcDateTime }, ct)
                ?? throw new RuleViolation("conflict.try-again");
            audit.About(move.FormerId, move.FormerRegion, command.Id, new RouteLeft());
            audit.About(move.PlaceId, move.PlaceRegion, command.Id, new RouteArrived());
            return new();
        }
    }

    // Two records of one person that became one may each have a route under way: one goes along once the other is over.
    const string Due = """
        select r.id from route r join lateral (
            select e.organization_id, e.region_code from employment e join organization_zone zone on zone.place_id = e.organization_id
             where e.person_id = r.person_id and e.is_main and e.period @> (@Now::timestamptz at time zone zone.time_zone)::date
             order by e.started_on desc limit 1) post
            on post.organization_id <> r.organization_id
         where r.status not in ('Completed', 'Closed')
           and not exists (select from route o where o.person_id = r.person_id and o.region_code = post.region_code and o.id <> r.id
                                                 and o.status not in ('Completed', 'Closed'))
         order by r.id limit 1000
        """;
}
