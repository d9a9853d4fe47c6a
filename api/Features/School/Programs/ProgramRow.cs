using Mentoring.Api.Features.School.Meetings;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>A program as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record ProgramRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public ProgramStatus Status { get; init; }
    public int Version { get; init; }
    public DateOnly StartsOn { get; init; }
    public DateOnly EndsOn { get; init; }
    public DateTime? ActivatedAt { get; init; }
    public DateOnly? NoticeUntil { get; init; }
    public int TermsVersion { get; init; }
    public required string TimeZone { get; init; }

    /// <summary>Somebody says that a consent to this program in their name is not theirs, and it is not settled yet.</summary>
    public bool Contested { get; init; }

    /// <summary>The person asked about takes part.</summary>
    public bool TakesPart { get; init; }

    /// <summary>A day begins and ends where the organization is.</summary>
    public DateOnly Today(TimeProvider time) => RegionTime.Today(TimeZone, time);

    /// <param name="version">What the caller saw; null where the change does not depend on the rest of the program.</param>
    /// <param name="person">The caller as a person, if it is one.</param>
    public static Task<ProgramRow> Lock(Db db, Guid id, int? version, Guid? person, CancellationToken ct) =>
        db.Lock<ProgramRow>(LockSql, new { Id = id, Person = person }, version, ct);

    /// <summary>Takes a step of the lifecycle and writes it down.</summary>
    public async Task<ProgramRow> Take(ProgramStep step, Db db, TimeProvider time, CancellationToken ct)
    {
        var next = ProgramLifecycle.Steps.Next(Status, step);
        await db.ExecuteOne("update program set status = @Status, version = version + 1, updated_at = @Now where id = @Id",
            new { Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime }, ct);
        if (next is ProgramStatus.Completed or ProgramStatus.EndedEarly or ProgramStatus.Cancelled)
        {
            await db.Execute("update program_version set status = 'Withdrawn', decided_at = @Now where program_id = @Id and status = 'Proposed'",
                new { Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            await CallOff.Ahead(this, db, time, ct);
        }

        return this with { Status = next, Version = Version + 1 };
    }

    /// <summary>Its list row shows its people, its roadmap and its meetings: who writes these says when, and no version rises for it.</summary>
    public Task Touch(Db db, TimeProvider time, CancellationToken ct) =>
        db.ExecuteOne("update program set updated_at = @Now where id = @Id", new { Id, Now = time.GetUtcNow().UtcDateTime }, ct);

    /// <summary>Nothing goes ahead on a consent that may be somebody else's.</summary>
    public void DemandUncontested()
    {
        if (Contested) throw new RuleViolation("consent.contested");
    }

    /// <summary>Somebody takes part on each side.</summary>
    public Task<bool> HasBothSides(Db db, CancellationToken ct) => db.One<bool>(
        "select count(distinct role) = 2 from program_participant where program_id = @Id and left_on is null", new { Id }, ct);

    /// <summary>Nobody meets somebody who has left.</summary>
    public async Task DemandBothSides(Db db, CancellationToken ct)
    {
        if (!await HasBothSides(db, ct)) throw new RuleViolation("program.side-missing");
    }

    public bool IsOver => Status is ProgramStatus.Completed or ProgramStatus.EndedEarly or ProgramStatus.Cancelled;

    public bool IsInForce => Status is ProgramStatus.Active or ProgramStatus.Paused;

    /// <summary>Sets the last day, from which the program ends by itself. The first notice holds: a later one prolongs nothing.</summary>
    public async Task<ProgramRow> GiveNotice(DateOnly until, string reason, Db db, TimeProvider time, CancellationToken ct)
    {
        ProgramLifecycle.Steps.Next(Status, ProgramStep.EndEarly);
        if (NoticeUntil is not null) return this;
        await db.ExecuteOne("update program set notice_until = @until, finish_reason = @reason, version = version + 1, updated_at = @Now where id = @Id",
            new { Id, until, reason, Now = time.GetUtcNow().UtcDateTime }, ct);
        await CallOff.After(this, until, db, time, ct);
        return this with { NoticeUntil = until, Version = Version + 1 };
    }

    public ProgramState State => new(Status, Version, NoticeUntil);

    const string LockSql = """
        select p.id, p.organization_id, p.region_code, p.status, p.version, p.starts_on, p.ends_on, p.activated_at, p.notice_until,
               p.terms_version, t.time_zone, exists (select from consent c where c.program_id = p.id and c.status = 'Contested') contested,
               exists (select from program_participant part where part.program_id = p.id and part.person_id = @Person::uuid and part.left_on is null) takes_part
          from program p join organization_zone t on t.place_id = p.organization_id
         where p.id = @Id
           for update of p
        """;
}
