using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>A school's head or curator reports what was done of a task, or reports anew what was returned.</summary>
public static class ReportSchoolTask
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapPost("/school-tasks/{taskId:guid}/report",
            async (Guid organizationId, Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, taskId, body.Version, body.Text), ct)))
            .Operation(nameof(ReportSchoolTask), Permission.SchoolTaskReport);

    /// <param name="Text">What was done and what came of it: at most 8,000 characters.</param>
    public sealed record Body(int Version, string Text);

    public sealed record Command(Guid OrganizationId, Guid TaskId, int Version, string Text) : ICommand<SchoolReportState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(8000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, SchoolReportState>
    {
        public async Task<SchoolReportState> Handle(Command command, CancellationToken ct)
        {
            var row = await SchoolReportRow.OfSchool(command.OrganizationId, command.TaskId, command.Version, db, caller, ct);
            return await row.Take(SchoolReportStep.Report, "text = @Text, reported_at = @Now, reported_by = @Name",
                new { Text = command.Text.Trim(), Now = time.GetUtcNow().UtcDateTime, caller.Name }, new SchoolTaskReported(), db, audit, ct);
        }
    }
}
