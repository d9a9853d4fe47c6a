using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Marks an activity of the roadmap as done.</summary>
public static class CompleteActivity
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPut("/{programId:guid}/activities/{activityId:guid}/done",
            async (Guid programId, Guid activityId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, activityId, body.Version, body.Result), ct)))
            .Operation(nameof(CompleteActivity), Permission.RoadmapProgress);

    /// <param name="Version">The activity's version.</param>
    /// <param name="Result">What came of it; at most 2,000 characters.</param>
    public sealed record Body(int Version, string? Result = null);

    public sealed record Command(Guid Id, Guid ActivityId, int Version, string? Outcome) : ICommand<Result>;

    public sealed record Result(Guid ActivityId, DateOnly? DoneOn, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Outcome).MaximumLength(2000).OverridePropertyName("Result");
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var activity = await ActivityRow.Lock(db, program, command.ActivityId, command.Version, ct);
            var doneOn = activity.DoneOn ?? program.Today(time);
            await db.ExecuteOne("""
                update roadmap_activity set done_on = @doneOn, result = @Outcome, version = version + 1 where program_id = @Id and id = @ActivityId
                """,
                new { command.Id, command.ActivityId, command.Outcome, doneOn }, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, activity.Id, new ActivityCompleted(), program.Id);
            return new(activity.Id, doneOn, activity.Version + 1);
        }
    }
}
