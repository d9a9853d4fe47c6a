using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Takes back that an activity is done.</summary>
public static class ReopenActivity
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapDelete("/{programId:guid}/activities/{activityId:guid}/done",
            async (Guid programId, Guid activityId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, activityId), ct)))
            .Operation(nameof(ReopenActivity), Permission.RoadmapProgress);

    public sealed record Command(Guid Id, Guid ActivityId) : ICommand<CompleteActivity.Result>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CompleteActivity.Result>
    {
        public async Task<CompleteActivity.Result> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var activity = await ActivityRow.Lock(db, program, command.ActivityId, null, ct);
            await db.ExecuteOne("""
                update roadmap_activity set done_on = null, result = null, version = version + 1 where program_id = @Id and id = @ActivityId
                """, command, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, activity.Id, new ActivityReopened(), program.Id);
            return new(activity.Id, null, activity.Version + 1);
        }
    }
}
