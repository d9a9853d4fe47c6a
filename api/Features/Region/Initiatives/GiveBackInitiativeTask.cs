using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever has taken a task gives it back, for another to take.</summary>
public static class GiveBackInitiativeTask
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/tasks/{taskId:guid}/give-back", async (Guid initiativeId, Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, taskId, body.Version), ct)))
            .Operation(nameof(GiveBackInitiativeTask), Permission.InitiativeWork);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, Guid TaskId, int Version) : ICommand<InitiativeTaskState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeTaskState>
    {
        public Task<InitiativeTaskState> Handle(Command command, CancellationToken ct) =>
            InitiativeTaskRow.Take(command.Id, command.TaskId, command.Version, InitiativeTaskStep.GiveBack,
                "taker_id = null, taker_name = null", new { }, db, caller, audit, time, ct);
    }
}
