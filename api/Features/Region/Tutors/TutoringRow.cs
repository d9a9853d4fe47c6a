using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>An assignment as a command holds it: locked, so that what was checked stays true until the commit.</summary>
sealed record TutoringRow : IVersioned
{
    public Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public Guid OrganizationId { get; init; }
    public Guid BodyId { get; init; }
    public Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public Guid? TutorId { get; init; }
    public TutoringStatus Status { get; init; }
    public Guid? FollowsId { get; init; }
    public int Version { get; init; }

    /// <summary>One of the teacher's own; anybody else's is not found.</summary>
    public static async Task<TutoringRow> LockOwn(Db db, Caller caller, Guid id, int version, CancellationToken ct)
    {
        var row = await db.One<TutoringRow>(Sql, new { id }, ct);
        return row.PersonId == caller.Person ? row.MustBeAt(version) : throw new NotFound();
    }

    /// <summary>One of the body's.</summary>
    public static async Task<TutoringRow> Lock(Db db, Caller caller, Guid body, Guid id, int? version, CancellationToken ct)
    {
        caller.Scope.MustReach(body);
        var row = await db.One<TutoringRow>(Sql, new { id }, ct);
        return row.BodyId == body ? row.MustBeAt(version) : throw new NotFound();
    }

    /// <summary>Takes the step, of which the database keeps who took it, when and why.</summary>
    public async Task<TutoringState> Take(TutoringStep step, string? reason, Db db, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var next = TutoringLife.Steps.Next(Status, step);
        await db.ExecuteOne(Save, new
        {
            RegionCode, Id, Status = next.ToString(), Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Now = time.GetUtcNow().UtcDateTime,
            By = caller.Name,
        }, ct);
        return new(Id, next, Version + 1);
    }

    public void Tell(Audit audit, IEvent happened) => audit.About(OrganizationId, RegionCode, Id, happened);

    const string Sql = """
        select region_code, id, organization_id, body_id, person_id, person_name, tutor_id, status, follows_id, version
          from tutor_assignment where id = @id for update
        """;

    const string Save = """
        update tutor_assignment set status = @Status, reason = @Reason, changed_at = @Now, changed_by = @By, version = version + 1,
               starts_on = case when @Status = 'Active' then local_day(@Now, organization_id) else starts_on end,
               ends_on = case when @Status in ('HandedOver', 'Ended') then local_day(@Now, organization_id) else ends_on end
         where region_code = @RegionCode and id = @Id
        """;
}
