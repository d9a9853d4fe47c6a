using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Somebody in an initiative takes one of its free tasks.</summary>
public static class TakeInitiativeTask
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/tasks/{taskId:guid}/take", async (Guid initiativeId, Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, taskId, body.Version), ct)))
            .Operation(nameof(TakeInitiativeTask), Permission.InitiativeWork);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, Guid TaskId, int Version) : ICommand<InitiativeTaskState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeTaskState>
    {
        public Task<InitiativeTaskState> Handle(Command command, CancellationToken ct) =>
            InitiativeTaskRow.Take(command.Id, command.TaskId, command.Version, InitiativeTaskStep.Take,
                "taker_id = @Person, taker_name = @Name", new { caller.Person, caller.Name }, db, caller, audit, time, ct);
    }
}
