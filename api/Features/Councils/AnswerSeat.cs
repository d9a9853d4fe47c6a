using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Councils;

/// <summary>A person agrees to sit on the council, or does not.</summary>
public static class AnswerSeat
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/seats/{id:guid}/answer", async (Guid id, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(id, body.Version, body.Accepted, body.Reason), ct)))
            .WithSummary("A person agrees to sit on the council, or does not")
            .Operation(nameof(AnswerSeat), Permission.SignedIn);

    /// <param name="Reason">Nobody has to give one; at most 500 characters.</param>
    public sealed record Body(int Version, bool Accepted, string? Reason = null);

    public sealed record Command(Guid Id, int Version, bool Accepted, string? Reason) : ICommand<CouncilState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, AppointedRoles roles, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState>
    {
        public async Task<CouncilState> Handle(Command command, CancellationToken ct)
        {
            var seat = await SeatRow.Lock(command.Id, command.Version, caller.Person, db, ct);
            if (command.Accepted)
            {
                // Who rises from member to chair leaves the one seat for the other.
                foreach (var other in await db.List<Held>("select id, version from council_seat where organization_id = @OrganizationId and person_id = @PersonId and status = 'Held' for update", seat, ct))
                    await (await SeatRow.Lock(other.Id, other.Version, caller.Person, db, ct)).Take(SeatStep.End, null, db, roles, audit, time, ct);
            }

            return await seat.Take(command.Accepted ? SeatStep.Accept : SeatStep.Decline, command.Reason, db, roles, audit, time, ct);
        }

        sealed record Held(Guid Id, int Version);
    }
}
