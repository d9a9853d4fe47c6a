using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>Changes a room, closes it for bookings or opens it again.</summary>
public static class ReviseRoom
{
    public static void Map(RouteGroupBuilder rooms) =>
        rooms.MapPut("/{roomId:guid}", async (Guid organizationId, Guid roomId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, roomId, body.Version, body.Status, body.Plan), ct)))
            .Operation(nameof(ReviseRoom), Permission.ConditionsWrite);

    public sealed record Body(int Version, RoomStatus Status, RoomPlan Plan);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, RoomStatus Status, RoomPlan Plan) : ICommand<RoomState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new RoomPlan.Validator());
    }

    sealed record Row(string RegionCode, int Version) : IVersioned;

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, RoomState>
    {
        public async Task<RoomState> Handle(Command command, CancellationToken ct)
        {
            var room = await db.Lock<Row>("select region_code, version from room where id = @Id and organization_id = @OrganizationId for update",
                command, command.Version, ct);
            var plan = command.Plan;
            await db.ExecuteOne("""
                update room set name = @Name, place = @Place, seats = @Seats, equipment = @Equipment, status = @Status, version = version + 1 where id = @Id
                """, new { command.Id, plan.Name, plan.Place, plan.Seats, plan.Equipment, Status = command.Status.ToString() }, ct);
            audit.About(command.OrganizationId, room.RegionCode, command.Id, new RoomRevised());
            return new(command.Id, command.Status, room.Version + 1);
        }
    }
}
