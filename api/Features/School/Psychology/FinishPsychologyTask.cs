using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Marks a point of the plan as done, with what came of it.</summary>
public static class FinishPsychologyTask
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/tasks/{taskId:guid}/finish", async (Guid organizationId, Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, taskId, body.Version, body.Result), ct)))
            .Operation(nameof(FinishPsychologyTask), Permission.PsychologyWork);

    /// <param name="Result">What came of it; at most 2,000 characters.</param>
    public sealed record Body(int Version, string Result);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, string Result) : ICommand<Finished>;

    public sealed record Finished(DateOnly DoneOn, int Version);

    sealed record Row(int Version, DateOnly? DoneOn) : IVersioned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Result).IsText(2000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Finished>
    {
        public async Task<Finished> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var row = await db.Lock<Row>("select version, done_on from psychology_task where id = @Id and organization_id = @OrganizationId for update",
                command, command.Version, ct);
            if (row.DoneOn is not null) throw new RuleViolation("psychology.task-done");
            var today = place.Today(time);
            await db.ExecuteOne("update psychology_task set done_on = @today, result = @Result, version = version + 1 where id = @Id",
                new { command.Id, command.Result, today }, ct);
            audit.About(place.OrganizationId, place.RegionCode, command.Id, new PsychologyTaskFinished());
            return new(today, row.Version + 1);
        }
    }
}
