using Mentoring.Api.Features.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Councils;

/// <summary>A seat as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record SeatRow(Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId, SeatKind Seat, SeatStatus Status, string? Basis, int Version, string TimeZone)
{
    /// <param name="person">Only this person's own seat, where the command is about one's own.</param>
    public static async Task<SeatRow> Lock(Guid id, int version, Guid? person, Db db, CancellationToken ct)
    {
        var row = await db.One<SeatRow>(LockSql, new { id, person }, ct);
        return row.Version == version ? row : throw new Stale(row.Version);
    }

    public Role Role => Seat == SeatKind.Chair ? Role.CouncilChair : Role.CouncilMember;

    /// <summary>Takes a step of the seat's life; the role on the council comes and goes with it.</summary>
    public async Task<CouncilState> Take(SeatStep step, string? reason, Db db, AppointedRoles roles, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var next = CouncilLifecycles.Seat.Next(Status, step);
        await db.ExecuteOne(Save, new { Id, Status = next.ToString(), Step = step.ToString(), reason, Today = RegionTime.Today(TimeZone, time) }, ct);
        if (step == SeatStep.Accept) await roles.Give(PersonId, Role, OrganizationId, RegionCode, Basis, ct);
        if (step == SeatStep.End) await roles.End(PersonId, Role, OrganizationId, ct);
        audit.About(OrganizationId, RegionCode, Id, detail: new { step = step.ToString(), seat = Seat.ToString() });
        return new(Id, next.ToString(), Version + 1);
    }

    const string LockSql = """
        select s.id, s.organization_id, s.region_code, s.person_id, s.seat, s.status, s.basis, s.version, t.time_zone
          from council_seat s join territory t on t.code = s.region_code
         where s.id = @id and (@person::uuid is null or s.person_id = @person)
           for update of s
        """;

    const string Save = """
        update council_seat
           set status = @Status, reason = coalesce(@reason, reason), version = version + 1,
               started_on = case when @Step = 'Accept' then @Today else started_on end,
               ended_on = case when @Step = 'End' then greatest(started_on, @Today) else ended_on end
         where id = @Id
        """;
}
