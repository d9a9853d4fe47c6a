using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>The rooms of a school, those that may be booked first.</summary>
public static class ListRooms
{
    public static void Map(RouteGroupBuilder rooms) =>
        rooms.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListRooms), Permission.RoomBook);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item(Guid Id, string Name, string? Place, int Seats, string? Equipment, RoomStatus Status, int Version);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.List<Item>("""
                select id, name, place, seats, equipment, status, version from room where organization_id = @OrganizationId order by status desc, name
                """, query, ct);
        }
    }
}
