using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>Writes the conclusions of a school year's report; the figures come from the data.</summary>
public static class WriteReport
{
    public static void Map(RouteGroupBuilder reports) =>
        reports.MapPut("/", async (Guid organizationId, int schoolYear, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, schoolYear, body.Version, body.Conclusions, body.Proposals), ct)))
            .Operation(nameof(WriteReport), Permission.SetupWrite);

    /// <param name="Version">Of the report that the caller saw; 0 before the first.</param>
    /// <param name="Conclusions">What the figures mean; at most 8,000 characters.</param>
    /// <param name="Proposals">For the next year; at most 4,000 characters.</param>
    public sealed record Body(int Version, string Conclusions, string Proposals);

    public sealed record Command(Guid OrganizationId, int SchoolYear, int Version, string Conclusions, string Proposals) : ICommand<ReportState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SchoolYear).InclusiveBetween(2021, 2100);
            RuleFor(c => c.Conclusions).NotEmpty().MaximumLength(8000);
            RuleFor(c => c.Proposals).NotNull().MaximumLength(4000);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ReportState>
    {
        public async Task<ReportState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            if (command.SchoolYear > SchoolYear.Of(place.Today(time))) throw new BadInput("report.year-not-begun") { Pointer = "/schoolYear" };
            var row = await ReportRow.Of(command.OrganizationId, command.SchoolYear, locked: true, db, ct);
            if (row.Status == ReportStatus.Approved) throw new RuleViolation("report.approved");
            var written = await db.List<int>(Save, new
            {
                place.OrganizationId, place.RegionCode, command.SchoolYear, command.Version, command.Conclusions, command.Proposals, ByName = caller.Name,
                Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            if (written is not [var version] || version != command.Version + 1) throw new Stale(row.Version);
            audit.About(place.OrganizationId, place.RegionCode, place.OrganizationId, new ReportWritten(command.SchoolYear, version));
            return new(ReportStatus.Draft, version);
        }
    }

    const string Save = """
        insert into school_report (organization_id, region_code, school_year, conclusions, proposals, written_by_name, written_at)
        values (@OrganizationId, @RegionCode, @SchoolYear, @Conclusions, @Proposals, @ByName, @Now)
        on conflict (organization_id, school_year, region_code) do update
           set conclusions = excluded.conclusions, proposals = excluded.proposals, written_by_name = excluded.written_by_name, written_at = excluded.written_at,
               version = school_report.version + 1
         where school_report.version = @Version
        returning version
        """;
}
