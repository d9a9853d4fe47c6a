using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>An initiative as a command has it: held by whoever leads it, read by whoever is in it.</summary>
sealed record InitiativeRow : IVersioned
{
    public Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public Guid OrganizationId { get; init; }
    public Guid LeaderId { get; init; }
    public required Guid[] MemberIds { get; init; }
    public InitiativeStatus Status { get; init; }
    public DateOnly Today { get; init; }
    public int Version { get; init; }

    /// <summary>Out of reach it is not found, by the row policies.</summary>
    public static Task<InitiativeRow> Of(Guid id, Db db, TimeProvider time, CancellationToken ct) => db.One<InitiativeRow>(Sql, Args(id, time), ct);

    /// <summary>For a step of its leader, who alone can hold it.</summary>
    public static async Task<InitiativeRow> Lead(Guid id, int? version, InitiativeStep step, Db db, TimeProvider time, CancellationToken ct)
    {
        var row = await db.Maybe<InitiativeRow>($"{Sql} for update of i", Args(id, time), ct);
        if (row is null)
        {
            await Of(id, db, time, ct);
            throw new Forbidden("initiative.leader-only");
        }

        InitiativeLife.Steps.Next(row.MustBeAt(version).Status, step);
        return row;
    }

    /// <summary>For what its members do together.</summary>
    public static async Task<InitiativeRow> Join(Guid id, Db db, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var row = await Of(id, db, time, ct);
        if (!row.MemberIds.Contains(caller.Person)) throw new Forbidden("initiative.members-only");
        InitiativeLife.Steps.Next(row.Status, InitiativeStep.Work);
        return row;
    }

    public void Tell(Audit audit, Guid subject, IEvent happened) => audit.About(OrganizationId, RegionCode, subject, happened);

    public void Tell(Audit audit, IEvent happened) => Tell(audit, Id, happened);

    public void DemandDue(DateOnly? dueOn)
    {
        if (dueOn < Today || dueOn > Today.AddYears(3)) throw new BadInput("initiative.due-day") { Pointer = "/dueOn" };
    }

    static object Args(Guid id, TimeProvider time) => new { id, Now = time.GetUtcNow().UtcDateTime };

    const string Sql = """
        select i.id, i.region_code, i.organization_id, i.leader_id, i.member_ids, i.status,
               (@Now::timestamptz at time zone zone.time_zone)::date today, i.version
          from initiative i join organization_zone zone on zone.place_id = i.organization_id where i.id = @id
        """;
}

/// <summary>Somebody in an initiative, or before it: held.</summary>
sealed record InitiativeMemberRow
{
    public Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public InitiativeMemberStatus Status { get; init; }

    /// <summary>The caller's own that is not over; none is not found.</summary>
    public static Task<InitiativeMemberRow> Own(Guid initiative, Db db, Caller caller, CancellationToken ct) =>
        db.One<InitiativeMemberRow>($"{Sql} and person_id = @Person and status in ('Invited', 'Suggested', 'Asked', 'In') for update",
            new { initiative, caller.Person }, ct);

    public static Task<InitiativeMemberRow> Lock(Guid initiative, Guid member, Db db, CancellationToken ct) =>
        db.One<InitiativeMemberRow>($"{Sql} and id = @member for update", new { initiative, member }, ct);

    public async Task<InitiativeMemberState> Take(InitiativeMemberStep step, string? note, Db db, TimeProvider time, CancellationToken ct)
    {
        var next = InitiativeLife.Members.Next(Status, step);
        await db.ExecuteOne(Save, new
        {
            RegionCode, Id, Status = next.ToString(), Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(), Now = time.GetUtcNow().UtcDateTime,
        }, ct);
        return new(Id, next);
    }

    const string Sql = "select id, region_code, person_id, person_name, status from initiative_member where initiative_id = @initiative";

    const string Save = """
        update initiative_member set status = @Status, note = coalesce(@Note, note),
               joined_at = case when @Status = 'In' then @Now else joined_at end,
               ended_at = case when @Status in ('Declined', 'Refused', 'Left') then @Now::timestamptz end
         where region_code = @RegionCode and id = @Id
        """;
}

/// <summary>A task of the group: held.</summary>
sealed record InitiativeTaskRow : IVersioned
{
    public Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public InitiativeTaskStatus Status { get; init; }
    public Guid? TakerId { get; init; }
    public int Version { get; init; }

    /// <param name="changes">What is set besides the status.</param>
    public static async Task<InitiativeTaskState> Take(
        Guid initiative, Guid id, int version, InitiativeTaskStep step, string changes, object more, Db db, Caller caller, Audit audit, TimeProvider time,
        CancellationToken ct)
    {
        var group = await InitiativeRow.Join(initiative, db, caller, time, ct);
        var row = await db.Lock<InitiativeTaskRow>(Sql, new { initiative, id }, version, ct);
        var next = InitiativeLife.Tasks.Next(row.Status, step);
        if (!InitiativeLife.Permitted(row.Status, row.TakerId == caller.Person).Contains(step)) throw new Forbidden("initiative.taker-only");
        var all = new Dapper.DynamicParameters(more);
        all.AddDynamicParams(new { row.RegionCode, row.Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime });
        await db.ExecuteOne(
            $"update initiative_task set status = @Status, version = version + 1, {changes} where region_code = @RegionCode and id = @Id", all, ct);
        group.Tell(audit, row.Id, new InitiativeTaskMoved(step));
        return new(row.Id, next, row.Version + 1);
    }

    const string Sql = """
        select id, region_code, status, taker_id, version from initiative_task where initiative_id = @initiative and id = @id for update
        """;
}
