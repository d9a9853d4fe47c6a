using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>A teacher takes back the wish for a tutor, or ends the work with the present one; the body learns of it.</summary>
public static class LeaveTutoring
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapPost("/tutoring/{tutoringId:guid}/leave", async (Guid tutoringId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(tutoringId, body.Version, body.Reason), ct)))
            .Operation(nameof(LeaveTutoring), Permission.TutoringWrite);

    /// <param name="Reason">Nobody has to give one; at most 1000 characters.</param>
    public sealed record Body(int Version, string? Reason = null);

    public sealed record Command(Guid TutoringId, int Version, string? Reason) : ICommand<TutoringState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, TutoringState>
    {
        public async Task<TutoringState> Handle(Command command, CancellationToken ct)
        {
            var row = await TutoringRow.LockOwn(db, caller, command.TutoringId, command.Version, ct);
            // An offer is declined, not left.
            if (row.Status == TutoringStatus.Proposed) throw new RuleViolation("tutoring.step-not-now");
            var step = row.Status == TutoringStatus.Requested ? TutoringStep.Withdraw : TutoringStep.End;
            var state = await row.Take(step, command.Reason, db, caller, time, ct);
            row.Tell(audit, new TutoringLeft(state.Status));
            return state;
        }
    }
}
