namespace Mentoring.Api.Features.Identity;

/// <summary>What roles do when somebody leaves the organization (<see cref="People.Leaving"/>): they end there on the same day; elsewhere they stay.</summary>
static class RoleDepartures
{
    public const string Sql = """
        update role_assignment r set ended_on = greatest(r.started_on, @LeftOn)
          from identity.account a
         where @All and a.id = r.account_id and a.person_id = @Person and r.organization_id = @Organization and (r.ended_on is null or r.ended_on > @LeftOn);
        update role_proposal r set status = 'Withdrawn', decided_at = @Now, version = r.version + 1
          from identity.account a
         where @All and a.id = r.account_id and a.person_id = @Person and r.organization_id = @Organization and r.status in ('Proposed', 'Agreed')
        """;
}
