using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever set a task reminds schools that owe a report, each no more than once a day.</summary>
public static class RemindSchoolTask
{
    public static void Map(RouteGroupBuilder task) =>
        task.MapPost("/remind", async (Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(taskId, body.ReportIds), ct)))
            .WithDescription("Schools that were reminded today, as each counts days, are left out.")
            .Operation(nameof(RemindSchoolTask), Permission.SchoolTaskSet);

    /// <param name="ReportIds">Whose: 1 to 500; all that owe one when absent.</param>
    public sealed record Body(IReadOnlyList<Guid>? ReportIds = null);

    public sealed record Command(Guid Id, IReadOnlyList<Guid>? ReportIds) : ICommand<Result>;

    /// <param name="Reminded">How many schools were told.</param>
    public sealed record Result(int Reminded);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.ReportIds).Must(all => all is null or { Count: > 0 and <= 500 });
    }

    sealed record Owing(Guid Id, Guid OrganizationId, string RegionCode);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            await db.One<Guid>("select task_id from school_task_report where task_id = @Id limit 1", new { command.Id }, ct);
            var reminded = await db.List<Owing>(Remind, new
            {
                command.Id, Only = command.ReportIds?.ToArray(), Owing = InitiativeLife.Reports.Before(SchoolReportStep.Report),
                Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            if (reminded.Count == 0) throw new RuleViolation("school-task.none-to-remind");
            foreach (var one in reminded) audit.About(one.OrganizationId, one.RegionCode, one.Id, new SchoolTaskReminded());
            return new(reminded.Count);
        }
    }

    const string Remind = """
        update school_task_report set reminded_at = @Now
         where task_id = @Id and status = any(@Owing) and (@Only::uuid[] is null or id = any(@Only))
           and (reminded_at is null or local_day(reminded_at, organization_id) < local_day(@Now, organization_id))
        returning id, organization_id, region_code
        """;
}
