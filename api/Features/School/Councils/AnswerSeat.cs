using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>A person agrees to sit on the council, or does not.</summary>
public static class AnswerSeat
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/seats/{seatId:guid}/answer", async (Guid seatId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(seatId, body.Version, body.Accepted, body.Reason), ct)))
            .Operation(nameof(AnswerSeat), Permission.SignedIn);

    /// <param name="Reason">Nobody has to give one; at most 500 characters.</param>
    public sealed record Body(int Version, bool Accepted, string? Reason = null);

    public sealed record Command(Guid Id, int Version, bool Accepted, string? Reason) : ICommand<CouncilState<SeatStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, AppointedRoles roles, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<SeatStatus>>
    {
        public async Task<CouncilState<SeatStatus>> Handle(Command command, CancellationToken ct)
        {
            var seat = await SeatRow.Lock(db, command.Id, command.Version, caller.Person, ct);
            return command.Accepted
                ? await seat.Accept(db, roles, audit, time, ct)
                : await seat.Take(SeatStep.Decline, command.Reason, db, roles, audit, time, ct);
        }
    }
}
