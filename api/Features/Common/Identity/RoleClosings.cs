namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// What roles do when their organization ends: nobody holds one there from that day on, people and systems alike.
/// Parameters: Organization, On, Now.
/// </summary>
static class RoleClosings
{
    public const string Sql = """
        update role_assignment set ended_on = greatest(started_on, @On)
         where organization_id = @Organization and (ended_on is null or ended_on > greatest(started_on, @On)) returning coalesce(account_id::text, client_id)
        """;

    public const string Proposals = """
        update role_proposal set status = 'Withdrawn', decided_at = @Now, version = version + 1
         where organization_id = @Organization and status in ('Proposed', 'Agreed')
        """;
}
