using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Roles that come with a seat or a post and go with it: other chapters give, propose and end them here, in their own
/// transaction. A person without an account is given nothing: there is nobody who could use it.
/// </summary>
public sealed class AppointedRoles(Db db, Access access, TimeProvider time)
{
    /// <param name="by">The account of whoever offered the post: nobody is the giver of the own role.</param>
    public async Task Give(Guid person, Role role, Guid organization, string region, string? basis, string by, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = await RegionTime.TodayAt(organization, db, time, ct);
        foreach (var account in await Accounts(person, ct))
        {
            await db.Execute(GiveSql, new
            {
                Id = Guid.CreateVersion7(now), account, Role = role.ToString(), organization, region, today, basis, by,
            }, ct);
            access.Forget(account.ToString());
        }
    }

    /// <summary>Whoever leads the organization is not asked to hold what excludes it.</summary>
    public async Task DemandApart(Guid person, Guid organization, CancellationToken ct)
    {
        var today = await RegionTime.TodayAt(organization, db, time, ct);
        foreach (var account in await Accounts(person, ct)) await Granting.DemandApart(account, organization, today, null, db, ct);
    }

    /// <summary>Proposes a confidential role to whoever agreed to hold the seat.</summary>
    /// <returns>Whether it waits now for its confirmation; not for who holds the role already.</returns>
    public async Task<bool> Propose(Guid person, Role role, Guid organization, string region, string basis, string by, Guid seat, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = await RegionTime.TodayAt(organization, db, time, ct);
        var waits = false;
        foreach (var account in await Accounts(person, ct))
        {
            if (await db.One<bool>(HoldsSql, new { account, Role = role.ToString(), organization, today }, ct)) continue;
            await Granting.DemandApart(account, organization, today, null, db, ct);
            var id = Guid.CreateVersion7(now);
            await RoleProposalRow.Propose(new(id, organization, region, account, role.ToString(), basis, today, null, by, now.UtcDateTime, seat), db, ct);
            waits = true;
        }

        return waits;
    }

    /// <summary>Takes back what was proposed with a seat that nobody takes after all.</summary>
    public Task Withdraw(Guid seat, CancellationToken ct) => db.Execute(WithdrawSql, new { seat, Now = time.GetUtcNow().UtcDateTime }, ct);

    public async Task End(Guid person, Role role, Guid organization, CancellationToken ct)
    {
        var today = await RegionTime.TodayAt(organization, db, time, ct);
        foreach (var account in await Accounts(person, ct))
        {
            await db.Execute(EndSql, new { account, Role = role.ToString(), organization, today }, ct);
            access.Forget(account.ToString());
        }
    }

    Task<IReadOnlyList<Guid>> Accounts(Guid person, CancellationToken ct) =>
        db.List<Guid>("select id from identity.account where person_id = @person", new { person }, ct);

    // Whoever holds the role already keeps it as it is.
    const string GiveSql = """
        insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, basis, granted_by)
        values (@Id, @account, @Role, @organization, @region, @today, @basis, @by)
        on conflict do nothing
        """;

    const string HoldsSql = """
        select exists (select from role_assignment
                        where account_id = @account and role = @Role and organization_id = @organization
                          and started_on <= @today and (ended_on is null or ended_on > @today))
        """;

    const string WithdrawSql = """
        update role_proposal set status = 'Withdrawn', decided_at = @Now, version = version + 1 where seat_id = @seat and status in ('Proposed', 'Agreed')
        """;

    const string EndSql = """
        update role_assignment set ended_on = greatest(started_on, @today)
         where account_id = @account and role = @Role and organization_id = @organization and (ended_on is null or ended_on > @today)
        """;
}
