using MediatR;
using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>A school year's report as a DOCX file.</summary>
public static class ExportReport
{
    const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(RouteGroupBuilder reports) =>
        reports.MapGet("/document.docx", async (Guid organizationId, int schoolYear, IMediator mediator, CancellationToken ct) =>
            {
                var report = await mediator.Send(new GetReport.Query(organizationId, schoolYear), ct);
                return TypedResults.File(ActDocument.Write(ReportPaper.Title, report.Paper), Docx, $"report-{schoolYear}-{schoolYear + 1}.docx");
            })
            .Produces<byte[]>(contentType: Docx)
            .Operation(nameof(ExportReport), Permission.SetupRead);
}
