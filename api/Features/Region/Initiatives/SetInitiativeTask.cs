using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Somebody in an initiative sets a task in it: free to be taken, or given to a member.</summary>
public static class SetInitiativeTask
{
    /// <summary>More is no group's list but a register.</summary>
    const int Most = 200;

    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/tasks", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(initiativeId, body.Title, body.Text, body.DueOn, body.TakerId), ct);
                return TypedResults.Created($"/api/v1/initiatives/{initiativeId}", made);
            })
            .Operation(nameof(SetInitiativeTask), Permission.InitiativeWork);

    /// <param name="Title">At most 200 characters.</param>
    /// <param name="Text">What is to be done, at most 2,000 characters.</param>
    /// <param name="DueOn">From today to three years ahead, as days are counted where the initiative was started.</param>
    /// <param name="TakerId">The person in it who is to do it; free to be taken when absent.</param>
    public sealed record Body(string Title, string? Text = null, DateOnly? DueOn = null, Guid? TakerId = null);

    public sealed record Command(Guid Id, string Title, string? Text, DateOnly? DueOn, Guid? TakerId) : ICommand<InitiativeTaskState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Text).MaximumLength(2000);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeTaskState>
    {
        public async Task<InitiativeTaskState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Join(command.Id, db, caller, time, ct);
            row.DemandDue(command.DueOn);
            if (command.TakerId is { } taker && !row.MemberIds.Contains(taker)) throw new BadInput("initiative.not-a-member") { Pointer = "/takerId" };
            if (await db.One<int>("select count(*)::int from initiative_task where initiative_id = @Id", new { command.Id }, ct) >= Most)
                throw new RuleViolation("initiative.tasks-many", ("most", Most));
            var now = time.GetUtcNow();
            var (id, status) = (Guid.CreateVersion7(now), command.TakerId is null ? InitiativeTaskStatus.Open : InitiativeTaskStatus.Taken);
            await db.ExecuteOne(Insert, new
            {
                row.RegionCode, Task = id, row.Id, Title = command.Title.Trim(), Text = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim(),
                command.DueOn, Status = status.ToString(), command.TakerId, caller.Name, Now = now.UtcDateTime,
            }, ct);
            row.Tell(audit, id, new InitiativeTaskSet(command.TakerId is not null));
            return new(id, status, 1);
        }
    }

    const string Insert = """
        insert into initiative_task (region_code, id, initiative_id, title, text, due_on, status, taker_id, taker_name, set_by, set_at)
        values (@RegionCode, @Task, @Id, @Title, @Text, @DueOn, @Status, @TakerId,
                (select person_name from initiative_member where initiative_id = @Id and person_id = @TakerId and status = 'In'), @Name, @Now)
        """;
}
