using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Profiles.MentorResultStatus;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A stated result as a command holds it: locked.</summary>
public sealed record MentorResultRow(Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId, MentorResultStatus Status, int Version, string TimeZone)
    : IVersioned
{
    /// <summary>A confirmed result is not taken back by its author: the confirmation rests on it.</summary>
    public static readonly Lifecycle<MentorResultStatus, MentorResultStatus> Moves = new(
        (_, to) => to == Stated ? new RuleViolation("profile.result-undecided") : new RuleViolation("profile.result-decided"),
        new Dictionary<(MentorResultStatus, MentorResultStatus), MentorResultStatus>
        {
            [(Stated, Confirmed)] = Confirmed,
            [(Stated, Declined)] = Declined,
            [(Stated, Withdrawn)] = Withdrawn,
            [(Declined, Withdrawn)] = Withdrawn,
            [(Confirmed, Stated)] = Stated,
            [(Declined, Stated)] = Stated,
        });

    public MentorResultStatus Next(MentorResultStatus status) => Moves.Next(Status, status);

    public static Task<MentorResultRow> Lock(Db db, Guid id, int version, CancellationToken ct) => db.Lock<MentorResultRow>(LockSql, new { id }, version, ct);

    const string LockSql = """
        select r.id, r.organization_id, r.region_code, r.person_id, r.status, r.version, t.time_zone
          from mentor_result r join organization_zone t on t.place_id = r.organization_id where r.id = @id for update of r
        """;
}
