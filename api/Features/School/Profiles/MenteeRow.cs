using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A mentee's profile as a command holds it: locked.</summary>
public sealed record MenteeRow(Guid OrganizationId, string RegionCode, Guid PersonId, MenteeStatus Status, int Version, string TimeZone) : IVersioned
{
    public static Task<MenteeRow?> Find(Guid organization, Guid person, Db db, CancellationToken ct) =>
        db.Maybe<MenteeRow>(LockSql, new { organization, person }, ct);

    /// <summary>Writes another status; the way there was checked.</summary>
    public async Task<MenteeState> Become(MenteeStatus status, Db db, CancellationToken ct)
    {
        await db.ExecuteOne("""
            update mentee_profile set status = @Status, version = version + 1, updated_at = now()
             where organization_id = @OrganizationId and person_id = @PersonId
            """, new { OrganizationId, PersonId, Status = status.ToString() }, ct);
        return new(status, Version + 1);
    }

    /// <summary>For whoever joins a pair: a mentee without a profile, or not looking any more, stays as it is.</summary>
    public static async Task Matched(Guid organization, Guid person, Db db, CancellationToken ct)
    {
        if (await Find(organization, person, db, ct) is { Status: MenteeStatus.Open } mentee) await mentee.Become(MenteeStatus.Matched, db, ct);
    }

    const string LockSql = """
        select m.organization_id, m.region_code, m.person_id, m.status, m.version, t.time_zone
          from mentee_profile m join organization_zone t on t.place_id = m.organization_id
         where m.organization_id = @organization and m.person_id = @person
           for update of m
        """;
}
