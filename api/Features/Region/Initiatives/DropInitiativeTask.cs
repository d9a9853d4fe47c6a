using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Somebody in an initiative drops a task that is needed no longer.</summary>
public static class DropInitiativeTask
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/tasks/{taskId:guid}/drop", async (Guid initiativeId, Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, taskId, body.Version), ct)))
            .Operation(nameof(DropInitiativeTask), Permission.InitiativeWork);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, Guid TaskId, int Version) : ICommand<InitiativeTaskState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeTaskState>
    {
        public Task<InitiativeTaskState> Handle(Command command, CancellationToken ct) =>
            InitiativeTaskRow.Take(command.Id, command.TaskId, command.Version, InitiativeTaskStep.Drop,
                "ended_at = @Now", new { }, db, caller, audit, time, ct);
    }
}
