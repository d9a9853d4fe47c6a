using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>Who has which room when, for at most 31 days.</summary>
public static class ListRoomBookings
{
    public static void Map(RouteGroupBuilder rooms) =>
        rooms.MapGet("/bookings", async (Guid organizationId, DateTimeOffset from, DateTimeOffset until, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, from, until), ct)))
            .Operation(nameof(ListRoomBookings), Permission.RoomBook);

    public sealed record Query(Guid OrganizationId, DateTimeOffset From, DateTimeOffset Until) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Own">The caller booked it.</param>
    public sealed record Item(Guid Id, Guid RoomId, string Purpose, DateTime StartsAt, DateTime EndsAt, string PersonName, bool Own, int Version);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            if (query.Until <= query.From || query.Until - query.From > TimeSpan.FromDays(31)) throw new BadInput("room.period") { Pointer = "/until" };
            return await db.List<Item>("""
                select id, room_id, purpose, starts_at, ends_at, person_name, person_id is not distinct from @Person own, version
                  from room_booking
                 where organization_id = @OrganizationId and status = 'Booked' and starts_at < @Until and ends_at > @From
                 order by starts_at, room_id
                """, new { query.OrganizationId, From = query.From.UtcDateTime, Until = query.Until.UtcDateTime, caller.Scope.Person }, ct);
        }
    }
}
