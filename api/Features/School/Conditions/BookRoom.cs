using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>Books a room; the database keeps two bookings from meeting.</summary>
public static class BookRoom
{
    public static void Map(RouteGroupBuilder rooms) =>
        rooms.MapPost("/{roomId:guid}/bookings", async (Guid organizationId, Guid roomId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var booked = await mediator.Send(new Command(organizationId, roomId, body.Purpose, body.StartsAt, body.DurationMinutes), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/rooms/bookings", booked);
            })
            .Operation(nameof(BookRoom), Permission.RoomBook);

    /// <param name="Purpose">At most 300 characters.</param>
    /// <param name="StartsAt">From now to 180 days ahead.</param>
    /// <param name="DurationMinutes">5 to 600.</param>
    public sealed record Body(string Purpose, DateTimeOffset StartsAt, int DurationMinutes);

    public sealed record Command(Guid OrganizationId, Guid RoomId, string Purpose, DateTimeOffset StartsAt, int DurationMinutes) : ICommand<Result>;

    public sealed record Result(Guid Id, int Version);

    sealed record Row(string RegionCode, RoomStatus Status);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Purpose).NotEmpty().MaximumLength(300);
            RuleFor(c => c.DurationMinutes).InclusiveBetween(5, 600);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (room, now, person) = (await db.One<Row>(
                "select region_code, status from room where id = @RoomId and organization_id = @OrganizationId for share", command, ct), time.GetUtcNow(),
                    caller.Person);
            if (room.Status == RoomStatus.Closed) throw new RuleViolation("room.closed");
            if (command.StartsAt < now || command.StartsAt > now.AddDays(180)) throw new BadInput("room.time") { Pointer = "/startsAt" };
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne("""
                insert into room_booking (id, organization_id, region_code, room_id, purpose, starts_at, ends_at, person_id, person_name)
                values (@id, @OrganizationId, @RegionCode, @RoomId, @Purpose, @StartsAt, @EndsAt, @person, @Name)
                """, new
            {
                id, command.OrganizationId, room.RegionCode, command.RoomId, command.Purpose, StartsAt = command.StartsAt.UtcDateTime,
                EndsAt = command.StartsAt.UtcDateTime.AddMinutes(command.DurationMinutes), person, caller.Name,
            }, ct);
            audit.About(command.OrganizationId, room.RegionCode, id, new RoomBooked());
            return new(id, 1);
        }
    }
}
