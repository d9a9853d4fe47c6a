using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>A meeting of the council as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record CouncilMeetingRow(Guid Id, Guid OrganizationId, string RegionCode, CouncilMeetingStatus Status, DateTime StartsAt, int Version,
    string TimeZone) : IVersioned
{
    /// <param name="version">What the caller saw; null where the change does not depend on the rest of the meeting.</param>
    public static Task<CouncilMeetingRow> Lock(Db db, Guid id, int? version, CancellationToken ct) =>
        db.Lock<CouncilMeetingRow>(LockSql, new { id }, version, ct);

    public CouncilMeetingStatus Next(CouncilMeetingStep step) => CouncilLifecycles.Meeting.Next(Status, step);

    /// <summary>Votes are held, and people counted, while the council sits.</summary>
    public void MustBeInSession()
    {
        if (Status != CouncilMeetingStatus.InSession) throw new RuleViolation("council.not-in-session");
    }

    /// <summary>The agenda is open until the meeting is over.</summary>
    public void MustNotBeOver()
    {
        if (Status is CouncilMeetingStatus.Held or CouncilMeetingStatus.Cancelled) throw new RuleViolation("council.meeting-not-now");
    }

    public CouncilState<CouncilMeetingStatus> After(CouncilMeetingStatus status) => new(Id, status, Version + 1);

    const string LockSql = """
        select m.id, m.organization_id, m.region_code, m.status, m.starts_at, m.version, t.time_zone
          from council_meeting m join organization_zone t on t.place_id = m.organization_id
         where m.id = @id for update of m
        """;
}
