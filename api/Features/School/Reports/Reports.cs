using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>Chapter: the curator's analytical report of a school year, drafted from the data and approved by the head.</summary>
public static class Reports
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/organizations/{organizationId:guid}/reports/{schoolYear:int}").Chapter("Reports",
            "The curator's report of a school year: drafted from the data, approved by the head, kept.");
        GetReport.Map(reports);
        WriteReport.Map(reports);
        ApproveReport.Map(reports);
        ExportReport.Map(reports);
    }
}

/// <summary>Where a report stands; before it is written it is `None`.</summary>
public enum ReportStatus { None, Draft, Approved }

/// <summary>How a report stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record ReportState(ReportStatus Status, int Version);
