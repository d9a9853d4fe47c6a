using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>A school year's report: figures beside the year before, the curator's conclusions, and the sheet that is filed.</summary>
public static class GetReport
{
    public static void Map(RouteGroupBuilder reports) =>
        reports.MapGet("/", async (Guid organizationId, int schoolYear, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, schoolYear), ct)))
            .Operation(nameof(GetReport), Permission.SetupRead);

    /// <param name="SchoolYear">The year in which it begins.</param>
    public sealed record Query(Guid OrganizationId, int SchoolYear) : IQuery<Result>;

    /// <param name="CurrentYear">The school year that runs now; the latest that has a report.</param>
    /// <param name="Proposals">What the curator proposes for the next year.</param>
    /// <param name="Figures">Of a draft as they are now, of an approved report as they were approved.</param>
    /// <param name="Version">To be given with the next change; 0 before the first.</param>
    /// <param name="MayWrite">The caller may write the conclusions now.</param>
    /// <param name="MayApprove">The caller may approve it now.</param>
    public sealed record Result(
        Guid OrganizationId, int SchoolYear, int CurrentYear, ReportStatus Status, string Conclusions, string Proposals, string? WrittenByName,
            string? ApprovedByName, DateTime? ApprovedAt,
        int Version, bool MayWrite, bool MayApprove, IReadOnlyList<ReportFigure> Figures, IReadOnlyList<PaperBlock> Paper);

    sealed record School(string NameFull);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.SchoolYear).InclusiveBetween(2021, 2100);
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var current = SchoolYear.Of(place.Today(time));
            if (query.SchoolYear > current) throw new BadInput("report.year-not-begun") { Pointer = "/schoolYear" };
            var school = await db.One<School>("select name_full from organization where id = @OrganizationId", query, ct);
            var row = await ReportRow.Of(query.OrganizationId, query.SchoolYear, locked: false, db, ct);
            var figures = await row.FiguresOf(place, query.SchoolYear, db, time, ct);
            bool open = row.Status != ReportStatus.Approved, written = row.Status == ReportStatus.Draft;
            return new(query.OrganizationId, query.SchoolYear, current, row.Status, row.Conclusions, row.Proposals, row.WrittenByName, row.ApprovedByName,
                row.ApprovedAt,
                row.Version, open && May(Permission.SetupWrite), written && May(Permission.ActApprove), figures,
                    ReportPaper.Of(school.NameFull, query.SchoolYear, row, figures, place));

            bool May(Permission permission) => caller.May(permission, query.OrganizationId);
        }
    }
}
