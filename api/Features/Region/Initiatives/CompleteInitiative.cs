using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The leader completes an initiative and says what has come of it, for everybody who reads its card.</summary>
public static class CompleteInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/complete", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.Version, body.Outcome), ct)))
            .Operation(nameof(CompleteInitiative), Permission.InitiativeWork);

    /// <param name="Outcome">What has come of it: at most 4,000 characters.</param>
    public sealed record Body(int Version, string Outcome);

    public sealed record Command(Guid Id, int Version, string Outcome) : ICommand<InitiativeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Outcome).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeState>
    {
        public Task<InitiativeState> Handle(Command command, CancellationToken ct) =>
            InitiativeSteps.Take(command.Id, command.Version, InitiativeStep.Complete, command.Outcome, db, audit, time, ct);
    }
}
