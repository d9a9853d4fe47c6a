using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>A seat as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record SeatRow(
    Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId, SeatKind Seat, SeatStatus Status, string? Basis, string InvitedBy, int Version,
    string TimeZone) : IVersioned
{
    /// <param name="version">What the caller saw; null where a seat follows what was decided elsewhere.</param>
    /// <param name="person">Only this person's own seat, where the command is about one's own.</param>
    public static Task<SeatRow> Lock(Db db, Guid id, int? version, Guid? person, CancellationToken ct) =>
        db.Lock<SeatRow>(LockSql, new { id, person }, version, ct);

    public Role Role => Seat == SeatKind.Chair ? Role.CouncilChair : Role.CouncilMember;

    /// <summary>
    /// Agrees to sit on the council. A member's role comes at once; the chair's opens the cases, so the seat is held only
    /// once somebody outside the school has confirmed it.
    /// </summary>
    public async Task<CouncilState<SeatStatus>> Accept(Db db, AppointedRoles roles, Audit audit, TimeProvider time, CancellationToken ct)
    {
        if (Confidential.Roles.Contains(Role))
        {
            var basis = Basis ?? throw new RuleViolation("assignment.basis-needed");
            if (await roles.Propose(PersonId, Role, OrganizationId, RegionCode, basis, InvitedBy, Id, ct))
                return await Take(SeatStep.Agree, null, db, roles, audit, time, ct);
        }

        return await Take(SeatStep.Accept, null, db, roles, audit, time, ct);
    }

    /// <summary>Takes a step of the seat's life; the role on the council comes and goes with it.</summary>
    public async Task<CouncilState<SeatStatus>> Take(
        SeatStep step, string? reason, Db db, AppointedRoles roles, Audit audit, TimeProvider time, CancellationToken ct)
    {
        if (step == SeatStep.Accept) await Rise(db, roles, time, ct);
        var next = await Move(step, reason, db, time, ct);
        if (step == SeatStep.Accept && !Confidential.Roles.Contains(Role)) await roles.Give(PersonId, Role, OrganizationId, RegionCode, Basis, InvitedBy, ct);
        if (step == SeatStep.End) await roles.End(PersonId, Role, OrganizationId, ct);
        if (step == SeatStep.Withdraw) await roles.Withdraw(Id, ct);
        audit.About(OrganizationId, RegionCode, Id, new SeatMoved(step, Seat));
        return new(Id, next, Version + 1);
    }

    /// <summary>The seat follows what became of the role that comes with it, in the command that decided it.</summary>
    public static async Task Follow(Guid id, RoleProposalStep step, string? reason, Db db, AppointedRoles roles, TimeProvider time, CancellationToken ct)
    {
        var seat = await Lock(db, id, null, null, ct);
        if (step == RoleProposalStep.Confirm) await seat.Rise(db, roles, time, ct);
        await seat.Move(step switch
        {
            RoleProposalStep.Confirm => SeatStep.Confirm,
            RoleProposalStep.Withdraw => SeatStep.Withdraw,
            _ => SeatStep.Decline,
        }, reason, db, time, ct);
    }

    /// <summary>Who rises from member to chair leaves the one seat for the other.</summary>
    async Task Rise(Db db, AppointedRoles roles, TimeProvider time, CancellationToken ct)
    {
        foreach (var other in await db.List<Guid>(HeldSql, new { OrganizationId, PersonId }, ct))
        {
            var left = await Lock(db, other, null, null, ct);
            await left.Move(SeatStep.End, null, db, time, ct);
            await roles.End(PersonId, left.Role, OrganizationId, ct);
        }
    }

    async Task<SeatStatus> Move(SeatStep step, string? reason, Db db, TimeProvider time, CancellationToken ct)
    {
        var next = CouncilLifecycles.Seat.Next(Status, step);
        await db.ExecuteOne(Save, new { Id, Status = next.ToString(), reason, Today = RegionTime.Today(TimeZone, time) }, ct);
        return next;
    }

    const string HeldSql = "select id from council_seat where organization_id = @OrganizationId and person_id = @PersonId and status = 'Held'";

    const string LockSql = """
        select s.id, s.organization_id, s.region_code, s.person_id, s.seat, s.status, s.basis, s.invited_by, s.version, t.time_zone
          from council_seat s join organization_zone t on t.place_id = s.organization_id
         where s.id = @id and (@person::uuid is null or s.person_id = @person)
           for update of s
        """;

    const string Save = """
        update council_seat
           set status = @Status, reason = coalesce(@reason, reason), version = version + 1,
               started_on = case when @Status = 'Held' then @Today else started_on end,
               ended_on = case when @Status = 'Ended' then greatest(started_on, @Today) else ended_on end
         where id = @Id
        """;
}

/// <summary>The chair's role waits for a confirmation from outside the school, and the seat with it.</summary>
sealed class SeatsOfRoles(Db db, AppointedRoles roles, TimeProvider time) : ISeats
{
    public Task Follow(Guid seat, RoleProposalStep step, string? reason, CancellationToken ct) => SeatRow.Follow(seat, step, reason, db, roles, time, ct);
}
