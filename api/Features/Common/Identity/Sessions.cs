using System.Security.Claims;
using Dapper;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authentication;
using Npgsql;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Sign-ins that the server keeps: opened with a proof of who it is, named by cookie and tokens, and ended for all of them at
/// once. Whoever ends one ends its codes, its refresh tokens and what was authorized by it in the same transaction.
/// </summary>
public sealed class Sessions(Db db, NpgsqlDataSource source, Access access, Caller caller, IHttpContextAccessor http, TimeProvider time,
    IConfiguration configuration)
{
    /// <summary>The claim of cookie and tokens that names the session, as OpenID Connect calls it.</summary>
    public const string Claim = "sid";

    /// <summary>For how long a proof is fresh enough for what only the person in person may do.</summary>
    TimeSpan FreshFor { get; } = TimeSpan.FromMinutes(configuration.GetValue("Identity:ConfirmationMinutes", 10));

    /// <summary>The account behind a live session.</summary>
    public sealed record Holder(Guid SessionId, Guid Id, string DisplayName, string? Email, string Stamp);

    /// <param name="At">UTC.</param>
    /// <param name="Method">Null where another identity provider asked.</param>
    public sealed record Confirmation(DateTime At, SignInMethod? Method);

    /// <param name="account">Has just proved itself, by all that it asks for.</param>
    public async Task<Guid> Open(Account account, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var device = Devices.NameOf(http.HttpContext?.Request.Headers.UserAgent);
        await db.Execute(OpenSql, new { id, account = account.Id, Method = MethodOf(account), device, Now = now.UtcDateTime }, ct);
        return id;
    }

    /// <summary>
    /// Who holds the session that the claims name, if it lives, the password is still the one it was opened with, and nobody blocked the account. The
    /// connection goes back at once: OpenIddict takes one of its own later in the same request.
    /// </summary>
    public async Task<Holder?> HolderOf(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!Guid.TryParse(principal.FindFirstValue("sub"), out var account) || !Guid.TryParse(principal.FindFirstValue(Claim), out var session)) return null;
        var now = time.GetUtcNow().UtcDateTime;
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Holder>(new CommandDefinition(HolderSql, new
        {
            account, session, Stamp = principal.FindFirstValue(Session.Stamp) ?? "",
            Now = now, Unseen = now - CurrentSession.Lifetime, Noted = now.AddMinutes(-1),
        }, cancellationToken: ct));
    }

    /// <summary>Ends sessions of one account: all, one, or all but one.</summary>
    /// <returns>How many lived.</returns>
    public async Task<int> End(Guid account, CancellationToken ct, Guid? only = null, Guid? except = null)
    {
        var ended = await db.List<Guid>(EndSql, new { account, only, except, Now = time.GetUtcNow().UtcDateTime }, ct);
        foreach (var session in ended) access.ForgetSession(session);
        return ended.Count;
    }

    /// <summary>Ends the sessions that a browser holds: of its cookie, of its token.</summary>
    public async Task SignOut(HttpContext browser, IEnumerable<ClaimsPrincipal?> holders, CancellationToken ct)
    {
        await using var transaction = await db.Begin(ct);
        foreach (var holder in holders)
        {
            if (!Guid.TryParse(holder?.FindFirstValue("sub"), out var account) || !Guid.TryParse(holder.FindFirstValue(Claim), out var session)) continue;
            await End(account, ct, only: session);
        }

        await transaction.CommitAsync(ct);
        await browser.SignOutAsync(Session.Scheme);
    }

    /// <summary>The caller's session has a new proof of who it is.</summary>
    public async Task Confirm(Account account, CancellationToken ct)
    {
        if (caller.Session.Id is not { } id) throw new RuleViolation("session.kept-elsewhere");
        await db.ExecuteOne("update identity.session set confirmed_at = @Now, method = @Method where id = @id and ended_at is null",
            new { id, Method = MethodOf(account), Now = time.GetUtcNow().UtcDateTime }, ct);
        access.ForgetSession(id);
    }

    /// <summary>
    /// Demands a proof of these last minutes, for what only the person in person may do. Read anew: what is kept of the
    /// session for seconds may be older than a confirmation a moment ago.
    /// </summary>
    public async Task<Confirmation> DemandConfirmed(CancellationToken ct)
    {
        var last = caller.Session switch
        {
            { Id: { } id } => await db.Maybe<Confirmation>(ConfirmedSql, new { id }, ct),
            { ConfirmedAt: { } at } => new Confirmation(at, null),
            _ => null,
        };
        return last is not null && time.GetUtcNow().UtcDateTime - last.At <= FreshFor
            ? last : throw new RuleViolation("session.confirm-first", ("minutes", (int)FreshFor.TotalMinutes));
    }

    static string MethodOf(Account account) => (account.TwoFactorEnabled ? SignInMethod.PasswordAndCode : SignInMethod.Password).ToString();

    const string ConfirmedSql = "select confirmed_at as at, method from identity.session where id = @id and ended_at is null";

    const string OpenSql = """
        insert into identity.session (id, account_id, method, device, started_at, seen_at, confirmed_at)
        values (@id, @account, @Method, @device, @Now, @Now, @Now);
        update identity.account set signed_in_at = @Now where id = @account
        """;

    /// <summary>Notes, once a minute at most, that the session was seen.</summary>
    const string HolderSql = """
        with seen as (
            update identity.session set seen_at = @Now
             where id = @session and account_id = @account and ended_at is null and seen_at > @Unseen and seen_at < @Noted)
        select s.id session_id, a.id, a.display_name, a.email, coalesce(a.security_stamp, '') stamp
          from identity.session s
          join identity.account a on a.id = s.account_id
         where s.id = @session and s.account_id = @account and s.ended_at is null and s.seen_at > @Unseen
           and coalesce(a.security_stamp, '') = @Stamp and a.blocked_at is null
        """;

    const string EndSql = """
        with ended as (
            update identity.session set ended_at = @Now
             where account_id = @account and ended_at is null and (@only::uuid is null or id = @only) and (@except::uuid is null or id <> @except)
            returning id),
        chain as (
            update identity.oidc_authorization set status = 'revoked', concurrency_token = gen_random_uuid()::text
             where session_id in (select id from ended) returning id),
        token as (
            update identity.oidc_token set status = 'revoked', concurrency_token = gen_random_uuid()::text
             where authorization_id in (select id from chain))
        select id from ended
        """;
}
