using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>What a school reports of a task, as a command holds it.</summary>
sealed record SchoolReportRow : IVersioned
{
    public Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public Guid OrganizationId { get; init; }
    public SchoolReportStatus Status { get; init; }
    public int Version { get; init; }

    /// <summary>One of the school's own.</summary>
    public static Task<SchoolReportRow> OfSchool(Guid school, Guid task, int version, Db db, Caller caller, CancellationToken ct)
    {
        caller.Scope.MustReach(school);
        return db.Lock<SchoolReportRow>($"{Sql} and organization_id = @school for update", new { task, school }, version, ct);
    }

    /// <summary>Of a task that the caller's territory or body has set, by the row policies.</summary>
    public static Task<SchoolReportRow> Lock(Guid task, Guid report, int version, Db db, CancellationToken ct) =>
        db.Lock<SchoolReportRow>($"{Sql} and id = @report for update", new { task, report }, version, ct);

    /// <param name="changes">What is set besides the status.</param>
    public async Task<SchoolReportState> Take(SchoolReportStep step, string changes, object more, IEvent happened, Db db, Audit audit, CancellationToken ct)
    {
        var next = InitiativeLife.Reports.Next(Status, step);
        var all = new Dapper.DynamicParameters(more);
        all.AddDynamicParams(new { RegionCode, Id, Status = next.ToString() });
        await db.ExecuteOne(
            $"update school_task_report set status = @Status, version = version + 1, {changes} where region_code = @RegionCode and id = @Id", all, ct);
        audit.About(OrganizationId, RegionCode, Id, happened);
        return new(Id, next, Version + 1);
    }

    const string Sql = "select id, region_code, organization_id, status, version from school_task_report where task_id = @task";
}
