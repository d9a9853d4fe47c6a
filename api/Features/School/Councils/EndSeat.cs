using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>Ends somebody's seat, or takes back the offer of one.</summary>
public static class EndSeat
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/seats/{seatId:guid}/end", async (Guid seatId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(seatId, body.Version, body.Reason), ct)))
            .Operation(nameof(EndSeat), Permission.CouncilManage);

    /// <param name="Reason">At most 500 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<CouncilState<SeatStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, AppointedRoles roles, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<SeatStatus>>
    {
        public async Task<CouncilState<SeatStatus>> Handle(Command command, CancellationToken ct)
        {
            var seat = await SeatRow.Lock(db, command.Id, command.Version, null, ct);
            caller.Scope.MustReach(seat.OrganizationId);
            var step = seat.Status is SeatStatus.Invited or SeatStatus.Agreed ? SeatStep.Withdraw : SeatStep.End;
            return await seat.Take(step, command.Reason, db, roles, audit, time, ct);
        }
    }
}
