using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>The open pulses that still wait for the caller's answer.</summary>
public static class ListMyPulses
{
    public static void Map(RouteGroupBuilder mine) =>
        mine.MapGet("/pulses", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListMyPulses), Permission.PulseAnswer);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }
        public required string OrganizationName { get; init; }
        /// <summary>Codes of the dictionary `pulse-statement`.</summary>
        public required string[] Statements { get; init; }
        /// <summary>The last day for answers.</summary>
        public required DateOnly ClosesOn { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>("""
            select p.id, p.title, o.name_short organization_name, p.statements, p.closes_on
              from pulse_invitation i join pulse p on p.id = i.pulse_id
              join organization o on o.id = p.organization_id join organization_zone t on t.place_id = p.organization_id
             where i.person_id = @Person and not i.answered and p.status = 'Open' and p.organization_id = any(@Organizations)
               and p.closes_on >= (@Now::timestamptz at time zone t.time_zone)::date
             order by p.closes_on, p.id
            """, new { caller.Person, Organizations = caller.Scope.Organizations.ToArray(), Now = time.GetUtcNow().UtcDateTime }, ct);
    }
}
