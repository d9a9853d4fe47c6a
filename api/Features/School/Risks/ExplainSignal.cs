using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Says, as one of the pair, how it is: the curator reads the signal with it.</summary>
public static class ExplainSignal
{
    public static void Map(RouteGroupBuilder signals) =>
        signals.MapPost("/explain", async (Guid signalId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(signalId, body.Version, body.Explanation), ct)))
            .Operation(nameof(ExplainSignal), Permission.RiskRead);

    /// <param name="Explanation">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Explanation);

    public sealed record Command(Guid Id, int Version, string Explanation) : ICommand<SignalState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Explanation).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, SignalState>
    {
        public async Task<SignalState> Handle(Command command, CancellationToken ct)
        {
            var signal = await SignalRow.Lock(db, command.Id, command.Version, ct);
            if (!caller.Scope.Programs.Contains(signal.ProgramId)) throw new Forbidden("signal.of-the-pair");
            var next = SignalLifecycle.Steps.Next(signal.Status, SignalStep.Explain);
            await db.ExecuteOne("""
                update risk_signal set status = @Next, explanation = @Explanation, explained_on = @Today, version = version + 1 where id = @Id
                """,
                new { command.Id, command.Explanation, Next = next.ToString(), Today = RegionTime.Today(signal.TimeZone, time) }, ct);
            audit.About(signal.OrganizationId, signal.RegionCode, signal.Id, new SignalExplained(), signal.ProgramId);
            return new(signal.Id, next, signal.Version + 1);
        }
    }
}
