using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The leader gives an initiative up, and says why.</summary>
public static class CloseInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/close", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.Version, body.Reason), ct)))
            .Operation(nameof(CloseInitiative), Permission.InitiativeWork);

    /// <param name="Reason">For whoever reads its card: at most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<InitiativeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeState>
    {
        public Task<InitiativeState> Handle(Command command, CancellationToken ct) =>
            InitiativeSteps.Take(command.Id, command.Version, InitiativeStep.Close, command.Reason, db, audit, time, ct);
    }
}
