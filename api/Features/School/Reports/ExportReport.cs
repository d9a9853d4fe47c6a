using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>A school year's report as a DOCX file.</summary>
public static class ExportReport
{
    public static void Map(RouteGroupBuilder reports) =>
        reports.MapGet("/document.docx", async (Guid organizationId, int schoolYear, IMediator mediator, CancellationToken ct) =>
            {
                var report = await mediator.Send(new GetReport.Query(organizationId, schoolYear), ct);
                return TypedResults.File(PaperDocument.Write(ReportPaper.Title, report.Paper), PaperDocument.MediaType,
                    $"report-{schoolYear}-{schoolYear + 1}.docx");
            })
            .Produces<byte[]>(contentType: PaperDocument.MediaType)
            .Operation(nameof(ExportReport), Permission.SetupRead);
}
