using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>A signal as the pair and, later, the curator see it: about a program, without a mark for anybody.</summary>
/// <param name="Found">What was counted: days, meetings, activities or programs, by kind.</param>
/// <param name="Expected">Up to here it would be no sign.</param>
/// <param name="ShownOn">From this day the curator sees it too.</param>
/// <param name="Explanation">Of the pair.</param>
/// <param name="Decision">Of the curator.</param>
/// <param name="Version">To be given with the next change.</param>
public sealed record SignalView(
    Guid Id, Guid ProgramId, string ProgramTitle, SignalKind Kind, SignalStatus Status, int Found, int Expected, DateOnly RaisedOn, DateOnly ShownOn,
    string? Explanation, string? Decision, DateOnly? DecidedOn, int Version)
{
    public const string Columns =
        "s.id, s.program_id, p.title program_title, s.kind, s.status, s.found, s.expected, s.raised_on, s.shown_on, s.explanation, s.decision, "
            + "s.decided_on, s.version";
}

/// <summary>How a signal stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record SignalState(Guid Id, SignalStatus Status, int Version);

/// <summary>A signal as a command holds it: locked.</summary>
sealed record SignalRow(Guid Id, Guid OrganizationId, string RegionCode, Guid ProgramId, SignalStatus Status, DateOnly ShownOn, int Version, string TimeZone)
    : IVersioned
{
    public static Task<SignalRow> Lock(Db db, Guid id, int version, CancellationToken ct) => db.Lock<SignalRow>("""
        select s.id, s.organization_id, s.region_code, s.program_id, s.status, s.shown_on, s.version, t.time_zone
          from risk_signal s join organization_zone t on t.place_id = s.organization_id where s.id = @id for update of s
        """, new { id }, version, ct);
}
