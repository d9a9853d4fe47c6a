using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>The head approves a report: its figures are kept as they are on this day, and nobody changes it any more.</summary>
public static class ApproveReport
{
    public static void Map(RouteGroupBuilder reports) =>
        reports.MapPost("/approve", async (Guid organizationId, int schoolYear, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, schoolYear, body.Version), ct)))
            .Operation(nameof(ApproveReport), Permission.ActApprove);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, int SchoolYear, int Version) : ICommand<ReportState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ReportState>
    {
        public async Task<ReportState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var row = await ReportRow.Of(command.OrganizationId, command.SchoolYear, locked: true, db, ct);
            if (row.Status == ReportStatus.None) throw new NotFound();
            row.MustBeAt(command.Version);
            if (row.Status == ReportStatus.Approved) throw new RuleViolation("report.approved");
            var figures = await row.FiguresOf(place, command.SchoolYear, db, time, ct);
            await db.ExecuteOne("""
                update school_report set status = 'Approved', figures = @Figures::jsonb, approved_by_name = @ByName, approved_at = @Now, version = version + 1
                 where organization_id = @OrganizationId and school_year = @SchoolYear
                """, new
            {
                command.OrganizationId, command.SchoolYear, Figures = ReportRow.Write(figures), ByName = caller.Name,
                Now = time.GetUtcNow().UtcDateTime
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, place.OrganizationId, new ReportApproved(command.SchoolYear));
            return new(ReportStatus.Approved, row.Version + 1);
        }
    }
}
