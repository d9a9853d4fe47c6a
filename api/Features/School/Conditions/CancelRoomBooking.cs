using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>Gives a booked room back: one's own booking, or any for those who keep the rooms.</summary>
public static class CancelRoomBooking
{
    public static void Map(RouteGroupBuilder rooms) =>
        rooms.MapPost("/bookings/{bookingId:guid}/cancel", async (Guid organizationId, Guid bookingId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(organizationId, bookingId, body.Version), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(CancelRoomBooking), Permission.RoomBook);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version) : ICommand<Result>;

    public sealed record Result(int Version);

    sealed record Row(string RegionCode, Guid PersonId, string Status, int Version) : IVersioned;

    public sealed class Handler(Db db, Audit audit, Caller caller) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var booking = await db.One<Row>("""
                select region_code, person_id, status, version from room_booking where id = @Id and organization_id = @OrganizationId for update
                """, command, ct);
            if (booking.PersonId != caller.Scope.Person
                && !caller.May(Permission.ConditionsWrite, command.OrganizationId))
                throw new Forbidden("room.not-yours");
            booking.MustBeAt(command.Version);
            if (booking.Status != "Booked") throw new RuleViolation("room.booking-over");
            await db.ExecuteOne("update room_booking set status = 'Cancelled', version = version + 1 where id = @Id", command, ct);
            audit.About(command.OrganizationId, booking.RegionCode, command.Id, new RoomBookingCancelled());
            return new(booking.Version + 1);
        }
    }
}
