using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Identity;

/// <summary>
/// Roles that come with a seat or a post and go with it: other chapters give and end them here, in their own transaction. A
/// person without an account is given nothing: there is nobody who could use it.
/// </summary>
public sealed class AppointedRoles(Db db, Access access, Caller caller, TimeProvider time)
{
    public async Task Give(Guid person, Role role, Guid organization, string region, string? basis, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        foreach (var account in await db.List<Guid>("select id from identity.account where person_id = @person", new { person }, ct))
        {
            await db.Execute(GiveSql, new
            {
                Id = Guid.CreateVersion7(now), account, Role = role.ToString(), organization, region, Today = DateOnly.FromDateTime(now.UtcDateTime), basis, By = caller.Id,
            }, ct);
            access.Forget(account.ToString());
        }
    }

    public async Task End(Guid person, Role role, Guid organization, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var account in await db.List<Guid>("select id from identity.account where person_id = @person", new { person }, ct))
        {
            await db.Execute(EndSql, new { account, Role = role.ToString(), organization, today }, ct);
            access.Forget(account.ToString());
        }
    }

    // Whoever holds the role already keeps it as it is.
    const string GiveSql = """
        insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, basis, granted_by)
        values (@Id, @account, @Role, @organization, @region, @Today, @basis, @By)
        on conflict do nothing
        """;

    const string EndSql = """
        update role_assignment set ended_on = greatest(started_on, @today)
         where account_id = @account and role = @Role and organization_id = @organization and (ended_on is null or ended_on > @today)
        """;
}
