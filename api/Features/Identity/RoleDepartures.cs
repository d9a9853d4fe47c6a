using Mentoring.Api.Features.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Identity;

/// <summary>
/// What roles do when somebody leaves the organization (<see cref="Leaving"/>): they end there on the same day, and with
/// them a link to an account that was never opened; elsewhere they stay.
/// </summary>
sealed class RoleDepartures(Db db) : IFollowLeaving
{
    public Task Follow(Left left, CancellationToken ct) => db.Execute(Sql, left, ct);

    const string Sql = """
        update role_assignment r set ended_on = greatest(r.started_on, @LeftOn)
          from identity.account a
         where @All and a.id = r.account_id and a.person_id = @Person and r.organization_id = @Organization and (r.ended_on is null or r.ended_on > @LeftOn);
        update role_proposal r set status = 'Withdrawn', decided_at = @Now, version = r.version + 1
          from identity.account a
         where @All and a.id = r.account_id and a.person_id = @Person and r.organization_id = @Organization and r.status in ('Proposed', 'Agreed');
        update identity.invitation i set withdrawn_at = @Now, withdrawn_by = 'FollowDepartures'
          from identity.account a
         where @All and a.id = i.account_id and a.person_id = @Person and i.organization_id = @Organization and i.used_at is null and i.withdrawn_at is null
        """;
}
