using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>An act as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record ActRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public ActKind Kind { get; init; }
    public ActStatus Status { get; init; }
    public int Edition { get; init; }
    public bool NeedsUnion { get; init; }
    public Guid? SupersedesId { get; init; }
    public DateOnly? EffectiveOn { get; init; }
    public int Version { get; init; }
    public required string TimeZone { get; init; }

    public DateOnly Today(TimeProvider time) => RegionTime.Today(TimeZone, time);

    public ActState State => new(Id, Status, Edition, Version);

    public static Task<ActRow> Lock(Db db, Guid id, int? version, CancellationToken ct) => db.Lock<ActRow>(LockSql, new { Id = id }, version, ct);

    /// <summary>Takes a step of the lifecycle and writes it down.</summary>
    public async Task<ActRow> Take(ActStep step, Db db, TimeProvider time, CancellationToken ct)
    {
        var next = ActLifecycle.Steps.Next(Status, step);
        await db.ExecuteOne("update local_act set status = @Status, version = version + 1, updated_at = @Now where id = @Id",
            new { Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime }, ct);
        return this with { Status = next, Version = Version + 1 };
    }

    /// <summary>Puts an approved act in force; the act that it replaces ends on the same day.</summary>
    public async Task<ActRow> TakeEffect(Db db, TimeProvider time, CancellationToken ct)
    {
        if (SupersedesId is { } earlier)
        {
            var replaced = await Lock(db, earlier, null, ct);
            if (replaced.Status == ActStatus.InForce)
            {
                await db.ExecuteOne("update local_act set ended_on = @EffectiveOn where id = @earlier", new { EffectiveOn, earlier }, ct);
                await replaced.Take(ActStep.Supersede, db, time, ct);
            }
        }

        return await Take(ActStep.TakeEffect, db, time, ct);
    }

    /// <summary>An edition that changed or came back needs the union's opinion anew.</summary>
    public Task WithdrawCosign(Db db, TimeProvider time, CancellationToken ct) =>
        db.Execute("update act_cosign set status = 'Withdrawn', decided_at = @Now where act_id = @Id and status = 'Requested'",
            new { Id, Now = time.GetUtcNow().UtcDateTime }, ct);

    const string LockSql = """
        select a.id, a.organization_id, a.region_code, a.kind, a.status, a.edition, a.needs_union, a.supersedes_id, a.effective_on, a.version, t.time_zone
          from local_act a join organization_zone t on t.place_id = a.organization_id
         where a.id = @Id
           for update of a
        """;
}
