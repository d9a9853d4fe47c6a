using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever has taken a task says that it is done and what came of it.</summary>
public static class FinishInitiativeTask
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/tasks/{taskId:guid}/finish", async (Guid initiativeId, Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, taskId, body.Version, body.Result), ct)))
            .Operation(nameof(FinishInitiativeTask), Permission.InitiativeWork);

    /// <param name="Result">At most 4,000 characters.</param>
    public sealed record Body(int Version, string Result);

    public sealed record Command(Guid Id, Guid TaskId, int Version, string Result) : ICommand<InitiativeTaskState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Result).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeTaskState>
    {
        public Task<InitiativeTaskState> Handle(Command command, CancellationToken ct) =>
            InitiativeTaskRow.Take(command.Id, command.TaskId, command.Version, InitiativeTaskStep.Finish,
                "result = @Result, ended_at = @Now", new { Result = command.Result.Trim() }, db, caller, audit, time, ct);
    }
}
