using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>What whoever manages accounts does with another person's.</summary>
public enum AccountAct { Block, Unblock, EndSessions, SendPasswordLink, Unlock, ResetSecondFactor }

/// <summary>By what an account reaches beyond the places of whoever manages those of a school.</summary>
public enum Beyond { Role, Leads, Work }

/// <summary>Who may do what to whose account: the one place that says it. The database holds it too, in triggers.</summary>
public sealed class AccountReach(Db db, Accounts accounts, Caller caller, TimeProvider time)
{
    /// <param name="Own">The caller's own account.</param>
    /// <param name="Beyond">A role elsewhere, leading the place, work elsewhere; null for whoever belongs to the caller's places alone.</param>
    /// <param name="BlockedOutside">It is blocked by an administrator, or by the officials of another place.</param>
    public sealed record Target(bool Own, Beyond? Beyond, bool BlockedOutside);

    /// <summary>
    /// Nobody acts on the own account this way. An administrator acts on all others. Whoever leads a school acts on those that
    /// belong to it alone and do not lead it, does not undo what others blocked, and never takes a second factor away: for that
    /// a school has the sheet, behind which two officials and a document stand.
    /// </summary>
    /// <returns>The code of the refusal; null where the act is the caller's.</returns>
    public static string? Refusal(bool administrator, AccountAct act, Target target) => (administrator, act, target) switch
    {
        (_, _, { Own: true }) => "account.own",
        (true, _, _) => null,
        (_, AccountAct.ResetSecondFactor, _) => "account.administrator-only",
        (_, _, { Beyond: Beyond.Role }) => "account.role-beyond",
        (_, _, { Beyond: Beyond.Leads }) => "account.leads",
        (_, _, { Beyond: Beyond.Work }) => "account.work-beyond",
        (_, AccountAct.Unblock, { BlockedOutside: true }) => "account.blocked-outside",
        _ => null,
    };

    /// <summary>Locks the account for an act of the caller's.</summary>
    /// <exception cref="NotFound">It is none of the caller's to see.</exception>
    public async Task<Account> Demand(Guid id, AccountAct act, CancellationToken ct)
    {
        // In one order, so that of two who block each other the second one comes too late.
        Guid[] both = [id, .. Guid.TryParse(caller.Id, out var own) ? [own] : Array.Empty<Guid>()];
        await db.Execute("select from identity.account where id = any(@both) order by id for update", new { both }, ct);
        if ((await accounts.Own(caller, ct)).BlockedAt is not null) throw new SessionEnded();
        if (Refusal(caller.Scope.Federation, act, await TargetOf(id, ct)) is { } code) throw new Forbidden(code);
        return await accounts.Maybe(id, ct) ?? throw new NotFound();
    }

    public Task<Target> TargetOf(Guid id, CancellationToken ct) => db.One<Target>(TargetSql, new
    {
        id, Caller = caller.Id, caller.Scope.Federation, Places = caller.Scope.Organizations.ToArray(), Now = time.GetUtcNow().UtcDateTime,
    }, ct);

    /// <summary>
    /// The accounts of <c>@Places</c>: roles held there or to come, work there, an invitation from there. Administrators see
    /// no staff; to them an account is of the place that once invited to it.
    /// </summary>
    public const string OfPlaces = """
        select r.account_id id from role_assignment r
         where r.organization_id = any(@Places) and (r.ended_on is null or r.ended_on > local_day(@Now, r.organization_id))
        union
        select w.id from employment e join identity.account w on w.person_id = e.person_id
         where e.organization_id = any(@Places) and e.started_on <= local_day(@Now, e.organization_id)
           and (e.ended_on is null or e.ended_on > local_day(@Now, e.organization_id))
        union
        select i.account_id from identity.invitation i
         where i.organization_id = any(@Places) and (@Federation or (i.used_at is null and i.withdrawn_at is null))
        """;

    const string TargetSql = $"""
        select a.id::text = @Caller own, identity.reaches_beyond(a.id, @Places, @Now::timestamptz) beyond,
               a.blocked_at is not null and (a.blocked_in is null or not a.blocked_in && @Places) blocked_outside
          from identity.account a
         where a.id = @id and (@Federation or a.id in ({OfPlaces}))
        """;
}
