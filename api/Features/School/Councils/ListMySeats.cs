using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The seats on councils that the caller holds or is offered.</summary>
public static class ListMySeats
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapGet("/seats/mine", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListMySeats), Permission.SignedIn);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Chair">Who chairs the council now.</param>
    public sealed record Item(
        Guid Id, Guid OrganizationId, string OrganizationName, SeatKind Seat, SeatStatus Status, string? Basis, DateTime InvitedAt, DateOnly? StartedOn,
            string? Chair, int Version);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>(Sql, new { caller.Scope.Person }, ct);
    }

    const string Sql = """
        select s.id, s.organization_id, o.name_short organization_name, s.seat, s.status, s.basis, s.invited_at, s.started_on,
               (select c.person_name from council_seat c where c.organization_id = s.organization_id and c.seat = 'Chair' and c.status = 'Held') chair,
                   s.version
          from council_seat s join organization o on o.id = s.organization_id
         where s.person_id = @Person and s.status in ('Invited', 'Agreed', 'Held')
         order by array_position(array['Invited', 'Agreed', 'Held'], s.status), s.invited_at
        """;
}
