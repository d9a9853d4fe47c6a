using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A mentor's profile as a command holds it: locked.</summary>
public sealed record MentorRow : IVersioned
{
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public Guid PersonId { get; init; }
    public MentorStatus Status { get; init; }
    public int Version { get; init; }
    public required string Summary { get; init; }
    public required string TrajectorySkills { get; init; }
    public required string SupportSkills { get; init; }
    public string[] Topics { get; init; } = [];
    public string[] Areas { get; init; } = [];
    public string[] Subjects { get; init; } = [];
    public required string TimeZone { get; init; }

    public static Task<MentorRow?> Find(Guid organization, Guid person, Db db, CancellationToken ct) =>
        db.Maybe<MentorRow>(LockSql, new { organization, person }, ct);

    public static Task<MentorRow> Lock(Db db, Guid organization, Guid person, int version, CancellationToken ct) =>
        db.Lock<MentorRow>(LockSql, new { organization, person }, version, ct);

    public async Task<MentorState> Take(MentorStep step, Db db, Audit audit, CancellationToken ct)
    {
        var next = MentorLifecycle.Steps.Next(Status, step);
        await db.ExecuteOne("""
            update mentor_profile set status = @Status, version = version + 1, updated_at = now()
             where organization_id = @OrganizationId and person_id = @PersonId
            """, new { OrganizationId, PersonId, Status = next.ToString() }, ct);
        audit.About(OrganizationId, RegionCode, PersonId, new MentorProfileMoved());
        return new(next, Version + 1);
    }

    const string LockSql = """
        select m.organization_id, m.region_code, m.person_id, m.status, m.version, m.summary, m.trajectory_skills, m.support_skills,
               m.topics, m.areas, m.subjects, t.time_zone
          from mentor_profile m join organization_zone t on t.place_id = m.organization_id
         where m.organization_id = @organization and m.person_id = @person
           for update of m
        """;
}
