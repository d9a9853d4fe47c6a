using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever set a task returns what a school has reported, with what is missing and, if need be, another term.</summary>
public static class ReturnSchoolReport
{
    public static void Map(RouteGroupBuilder task) =>
        task.MapPost("/school-reports/{reportId:guid}/return", async (Guid taskId, Guid reportId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(taskId, reportId, body.Version, body.Remark, body.DueOn), ct)))
            .Operation(nameof(ReturnSchoolReport), Permission.SchoolTaskSet);

    /// <param name="Remark">What is missing: at most 2,000 characters.</param>
    /// <param name="DueOn">Another last day for this school; that of the task when absent.</param>
    public sealed record Body(int Version, string Remark, DateOnly? DueOn = null);

    public sealed record Command(Guid TaskId, Guid ReportId, int Version, string Remark, DateOnly? DueOn) : ICommand<SchoolReportState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Remark).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, SchoolReportState>
    {
        public async Task<SchoolReportState> Handle(Command command, CancellationToken ct)
        {
            var row = await SchoolReportRow.Lock(command.TaskId, command.ReportId, command.Version, db, ct);
            var today = await RegionTime.TodayAt(row.OrganizationId, db, time, ct);
            if (command.DueOn < today || command.DueOn > today.AddYears(3)) throw new BadInput("school-task.due-day") { Pointer = "/dueOn" };
            return await row.Take(SchoolReportStep.Return, "remark = @Remark, decided_at = @Now, due_on = coalesce(@DueOn::date, due_on)",
                new { Remark = command.Remark.Trim(), command.DueOn, Now = time.GetUtcNow().UtcDateTime }, new SchoolReportReturned(), db, audit, ct);
        }
    }
}
