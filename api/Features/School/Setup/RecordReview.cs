using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>Records the review of monitoring that was due; the next one moves on by the school's own period.</summary>
public static class RecordReview
{
    public static void Map(RouteGroupBuilder setup) =>
        setup.MapPost("/reviews", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var recorded = await mediator.Send(new Command(organizationId, body.Version, body.ReviewedOn, body.Conclusion, body.Decisions), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/setup", recorded);
            })
            .Operation(nameof(RecordReview), Permission.SetupWrite);

    /// <param name="Version">Of the settings, as they were read.</param>
    /// <param name="ReviewedOn">Today or earlier.</param>
    public sealed record Body(int Version, DateOnly ReviewedOn, string Conclusion, string? Decisions = null);

    public sealed record Command(Guid OrganizationId, int Version, DateOnly ReviewedOn, string Conclusion, string? Decisions) : ICommand<Result>;

    public sealed record Result(Guid Id, DateOnly NextReviewOn, int Version);

    sealed record Plan(string RegionCode, int Version, int? ReviewEveryMonths, DateOnly? NextReviewOn, string TimeZone) : IVersioned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Conclusion).NotEmpty().MaximumLength(4000);
            RuleFor(c => c.Decisions).MaximumLength(4000);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var plan = await db.Lock<Plan>(Lock, command, command.Version, ct);
            if (plan is not { NextReviewOn: { } due, ReviewEveryMonths: { } months }) throw new RuleViolation("setup.no-monitoring");
            var today = RegionTime.Today(plan.TimeZone, time);
            if (command.ReviewedOn > today) throw new BadInput("setup.review-in-future") { Pointer = "/reviewedOn" };

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Insert, new
            {
                Id = id, command.OrganizationId, plan.RegionCode, command.ReviewedOn, DueOn = due, command.Conclusion, command.Decisions, By = caller.Id,
                ByName = caller.Name, Now = now.UtcDateTime,
            }, ct);
            var next = Next(due, months, command.ReviewedOn);
            await db.ExecuteOne("update mentoring_setup set next_review_on = @next, version = version + 1 where organization_id = @OrganizationId",
                new { next, command.OrganizationId }, ct);
            audit.About(command.OrganizationId, plan.RegionCode, id, new ReviewRecorded(due, next));
            return new(id, next, plan.Version + 1);
        }
    }

    /// <summary>The first day of the period's rhythm after the review: one late review does not make the next one due at once.</summary>
    public static DateOnly Next(DateOnly due, int months, DateOnly reviewed)
    {
        var next = due.AddMonths(months);
        for (var n = 2; next <= reviewed; n++) next = due.AddMonths(months * n);
        return next;
    }

    const string Lock = """
        select s.region_code, s.version, s.review_every_months, s.next_review_on, t.time_zone
          from mentoring_setup s join organization_zone t on t.place_id = s.organization_id where s.organization_id = @OrganizationId for update of s
        """;

    const string Insert = """
        insert into monitoring_review (id, organization_id, region_code, reviewed_on, due_on, conclusion, decisions, recorded_by, recorded_by_name, recorded_at)
        values (@Id, @OrganizationId, @RegionCode, @ReviewedOn, @DueOn, @Conclusion, @Decisions, @By, @ByName, @Now)
        """;
}
