using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>A report as it is kept; what was never written has no row.</summary>
sealed record ReportRow : IVersioned
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public ReportStatus Status { get; init; }
    public string Conclusions { get; init; } = "";
    public string Proposals { get; init; } = "";
    public string? Figures { get; init; }
    public string? WrittenByName { get; init; }
    public string? ApprovedByName { get; init; }
    public DateTime? ApprovedAt { get; init; }
    public int Version { get; init; }

    public static async Task<ReportRow> Of(Guid organization, int schoolYear, bool locked, Db db, CancellationToken ct) =>
        await db.List<ReportRow>($"{Find}{(locked ? " for update" : "")}", new { organization, schoolYear }, ct) is [var row] ? row : new();

    /// <summary>Of an approved report as they were approved; of any other as they are now.</summary>
    public async Task<IReadOnlyList<ReportFigure>> FiguresOf(Place place, int schoolYear, Db db, TimeProvider time, CancellationToken ct) =>
        Figures is { } kept
            ? JsonSerializer.Deserialize<List<ReportFigure>>(kept, Json)!
            : ReportFigures.Of(await db.List<ReportFigures.Row>(ReportFigures.Sql, new
            {
                place.OrganizationId, place.TimeZone, SchoolYear = schoolYear, Today = place.Today(time), Now = time.GetUtcNow().UtcDateTime,
            }, ct), schoolYear);

    public static string Write(IReadOnlyList<ReportFigure> figures) => JsonSerializer.Serialize(figures, Json);

    const string Find = """
        select status, conclusions, proposals, figures::text, written_by_name, approved_by_name, approved_at, version
          from school_report where organization_id = @organization and school_year = @schoolYear
        """;
}
