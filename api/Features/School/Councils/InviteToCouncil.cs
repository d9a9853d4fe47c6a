using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>Offers a seat on the council; it is held only once the person agrees.</summary>
public static class InviteToCouncil
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/seats", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(organizationId, body.PersonId, body.Seat, body.Basis, body.PublicCouncils), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/council", state);
            })
            .Operation(nameof(InviteToCouncil), Permission.CouncilManage);

    /// <param name="PersonId">Somebody who works at the organization; not the caller.</param>
    /// <param name="Basis">The document that it rests on: an order's number and date; at most 500 characters; needed for the chair.</param>
    /// <param name="PublicCouncils">Public councils on which a chair is to sit for the school; at most 500 characters.</param>
    public sealed record Body(Guid PersonId, SeatKind Seat, string? Basis = null, string? PublicCouncils = null);

    public sealed record Command(Guid OrganizationId, Guid PersonId, SeatKind Seat, string? Basis, string? PublicCouncils) : ICommand<CouncilState<SeatStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Basis).MaximumLength(500);
            RuleFor(c => c.PublicCouncils).MaximumLength(500);
        }
    }

    sealed record Taken(SeatKind Seat, bool Own);

    public sealed class Handler(Db db, Caller caller, AppointedRoles roles, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<SeatStatus>>
    {
        public async Task<CouncilState<SeatStatus>> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            if (command.PersonId == caller.Scope.Person) throw new Forbidden("council.own-seat");
            var works = await db.List<string>(PeopleSql.WorksHere, new { command.OrganizationId, command.PersonId, Today = place.Today(time) }, ct);
            if (works.Count == 0) throw new BadInput("council.works-elsewhere") { Pointer = "/personId" };
            var held = await db.List<Taken>(HeldSql, command, ct);
            if (held.Any(seat => seat.Own && seat.Seat == command.Seat)) throw new RuleViolation("council.seat-taken");
            if (command.Seat == SeatKind.Chair && held.Any(seat => seat.Seat == SeatKind.Chair)) throw new RuleViolation("council.chair-taken");
            if (command.Seat == SeatKind.Chair)
            {
                // The chair's role is confirmed from outside, by what the order says.
                if (string.IsNullOrWhiteSpace(command.Basis)) throw new BadInput("assignment.basis-needed") { Pointer = "/basis" };
                await roles.DemandApart(command.PersonId, place.OrganizationId, ct);
            }

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, command.OrganizationId, place.RegionCode, command.PersonId, Seat = command.Seat.ToString(), command.Basis, command.PublicCouncils,
                Now = now.UtcDateTime, By = caller.Id,
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new CouncilInvited(command.Seat));
            return new(id, SeatStatus.Invited, 1);
        }
    }

    const string HeldSql = "select seat, person_id = @PersonId own from council_seat where organization_id = @OrganizationId and status = 'Held'";

    const string Insert = """
        insert into council_seat (id, organization_id, region_code, person_id, person_name, seat, status, basis, public_councils, invited_at, invited_by)
        select @Id, @OrganizationId, @RegionCode, p.id, person_name(p), @Seat, 'Invited', @Basis, @PublicCouncils, @Now, @By
          from person p where p.id = @PersonId
        """;
}
