using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever set a task takes it back from the schools that are not done with it; what was accepted stays.</summary>
public static class WithdrawSchoolTask
{
    public static void Map(RouteGroupBuilder task) =>
        task.MapPost("/withdraw", async (Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(taskId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawSchoolTask), Permission.SchoolTaskSet);

    /// <param name="Reason">For the schools: at most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<Result>;

    /// <param name="Withdrawn">From how many schools it was taken back.</param>
    public sealed record Result(Guid Id, int Withdrawn, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    sealed record Row(Guid Id, string RegionCode, bool IsOver, int Version) : IVersioned;

    sealed record Of(Guid Id, Guid OrganizationId);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await db.Lock<Row>(
                "select id, region_code, withdrawn_at is not null is_over, version from school_task where id = @Id for update", command, command.Version, ct);
            if (row.IsOver) throw new RuleViolation("school-task.not-now");
            var args = new
            {
                row.RegionCode, row.Id, Reason = command.Reason.Trim(), Now = time.GetUtcNow().UtcDateTime,
                Before = InitiativeLife.Reports.Before(SchoolReportStep.Withdraw),
            };
            await db.ExecuteOne("""
                update school_task set withdrawn_at = @Now, withdraw_reason = @Reason, version = version + 1 where region_code = @RegionCode and id = @Id
                """, args, ct);
            var withdrawn = await db.List<Of>("""
                update school_task_report set status = 'Withdrawn', remark = @Reason, decided_at = @Now, version = version + 1
                 where region_code = @RegionCode and task_id = @Id and status = any(@Before) returning id, organization_id
                """, args, ct);
            foreach (var one in withdrawn) audit.About(one.OrganizationId, row.RegionCode, one.Id, new SchoolTaskWithdrawn());
            if (withdrawn.Count == 0) throw new RuleViolation("school-task.all-done");
            return new(row.Id, withdrawn.Count, row.Version + 1);
        }
    }
}
