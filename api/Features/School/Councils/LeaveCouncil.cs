using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>A member leaves the council: as freely as the seat was taken.</summary>
public static class LeaveCouncil
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/seats/{seatId:guid}/leave", async (Guid seatId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(seatId, body.Version, body.Reason), ct)))
            .Operation(nameof(LeaveCouncil), Permission.SignedIn);

    /// <param name="Reason">Nobody has to give one; at most 500 characters.</param>
    public sealed record Body(int Version, string? Reason = null);

    public sealed record Command(Guid Id, int Version, string? Reason) : ICommand<CouncilState<SeatStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, AppointedRoles roles, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<SeatStatus>>
    {
        public async Task<CouncilState<SeatStatus>> Handle(Command command, CancellationToken ct)
        {
            var seat = await SeatRow.Lock(db, command.Id, command.Version, caller.Person, ct);
            return await seat.Take(seat.Status == SeatStatus.Agreed ? SeatStep.Withdraw : SeatStep.End, command.Reason, db, roles, audit, time, ct);
        }
    }
}
