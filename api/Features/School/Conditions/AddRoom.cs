using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>Adds a room where pairs and small groups can meet.</summary>
public static class AddRoom
{
    public static void Map(RouteGroupBuilder rooms) =>
        rooms.MapPost("/", async (Guid organizationId, RoomPlan plan, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(organizationId, plan), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/rooms", added);
            })
            .Operation(nameof(AddRoom), Permission.ConditionsWrite);

    public sealed record Command(Guid OrganizationId, RoomPlan Plan) : ICommand<RoomState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new RoomPlan.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, RoomState>
    {
        public async Task<RoomState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan, id) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan, Guid.CreateVersion7(time.GetUtcNow()));
            await db.ExecuteOne("""
                insert into room (id, organization_id, region_code, name, place, seats, equipment)
                values (@id, @OrganizationId, @RegionCode, @Name, @Where, @Seats, @Equipment)
                """, new { id, place.OrganizationId, place.RegionCode, plan.Name, Where = plan.Place, plan.Seats, plan.Equipment }, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new RoomAdded());
            return new(id, RoomStatus.Open, 1);
        }
    }
}
