using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Decides, as the curator, whether a signal stands or is dismissed.</summary>
public static class DecideSignal
{
    public static void Map(RouteGroupBuilder signals) =>
        signals.MapPost("/decide", async (Guid signalId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(signalId, body.Version, body.Confirmed, body.Decision), ct)))
            .Operation(nameof(DecideSignal), Permission.RiskManage);

    /// <param name="Decision">What will be done, or why it is no trouble; at most 1,000 characters.</param>
    public sealed record Body(int Version, bool Confirmed, string Decision);

    public sealed record Command(Guid Id, int Version, bool Confirmed, string Decision) : ICommand<SignalState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Decision).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, SignalState>
    {
        public async Task<SignalState> Handle(Command command, CancellationToken ct)
        {
            var signal = await SignalRow.Lock(db, command.Id, command.Version, ct);
            var today = RegionTime.Today(signal.TimeZone, time);
            if (signal.ShownOn > today) throw new NotFound();
            var next = SignalLifecycle.Steps.Next(signal.Status, command.Confirmed ? SignalStep.Confirm : SignalStep.Dismiss);
            await db.ExecuteOne("update risk_signal set status = @Next, decision = @Decision, decided_on = @today, version = version + 1 where id = @Id",
                new { command.Id, command.Decision, Next = next.ToString(), today }, ct);
            audit.About(signal.OrganizationId, signal.RegionCode, signal.Id, new SignalDecided(command.Confirmed), signal.ProgramId);
            return new(signal.Id, next, signal.Version + 1);
        }
    }
}
