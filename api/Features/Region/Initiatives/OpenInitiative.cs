using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The leader opens a draft: it is found within its scope, and people are gathered.</summary>
public static class OpenInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/open", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.Version), ct)))
            .Operation(nameof(OpenInitiative), Permission.InitiativeWork);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<InitiativeState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeState>
    {
        public Task<InitiativeState> Handle(Command command, CancellationToken ct) =>
            InitiativeSteps.Take(command.Id, command.Version, InitiativeStep.Open, null, db, audit, time, ct);
    }
}
