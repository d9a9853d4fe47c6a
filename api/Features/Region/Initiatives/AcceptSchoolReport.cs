using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever set a task accepts what a school has reported: the school is done with it.</summary>
public static class AcceptSchoolReport
{
    public static void Map(RouteGroupBuilder task) =>
        task.MapPost("/school-reports/{reportId:guid}/accept", async (Guid taskId, Guid reportId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(taskId, reportId, body.Version), ct)))
            .Operation(nameof(AcceptSchoolReport), Permission.SchoolTaskSet);

    public sealed record Body(int Version);

    public sealed record Command(Guid TaskId, Guid ReportId, int Version) : ICommand<SchoolReportState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, SchoolReportState>
    {
        public async Task<SchoolReportState> Handle(Command command, CancellationToken ct)
        {
            var row = await SchoolReportRow.Lock(command.TaskId, command.ReportId, command.Version, db, ct);
            return await row.Take(SchoolReportStep.Accept, "remark = null, decided_at = @Now", new { Now = time.GetUtcNow().UtcDateTime },
                new SchoolReportAccepted(), db, audit, ct);
        }
    }
}
