using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>How a person was identified who signed.</summary>
public enum IdentifiedBy { Password, PasswordAndCode, OtherProvider }

/// <summary>Proof that it was the person: what is kept with a signature.</summary>
/// <param name="Session">Null for a session of another provider.</param>
/// <param name="At">When the person last proved to know the account's secrets.</param>
/// <param name="Invitation">By which the account was last opened to the person; null for accounts from before such records.</param>
public sealed record SignInProof(Guid Account, string By, DateTime At, Guid? Session, Guid? Invitation);

/// <summary>
/// What is signed in a person's name asks that the person proved who they are in these minutes, not that a session is open on
/// some desk; how, is kept with the signature. Systems never sign.
/// </summary>
public sealed class FreshSignIn(Db db, Caller caller, Sessions sessions)
{
    /// <exception cref="RuleViolation"><c>session.confirm-first</c>: prove who you are, then repeat.</exception>
    public async Task<SignInProof> Demand(CancellationToken ct)
    {
        if (caller.Scope.Person is null || !Guid.TryParse(caller.Id, out var account)) throw new Forbidden("caller.not-a-person");
        var (at, method) = await sessions.DemandConfirmed(ct);
        var by = method?.ToString() ?? nameof(IdentifiedBy.OtherProvider);
        return new(account, by, at, caller.Session.Id, await db.List<Guid>(OpenedBy, new { account }, ct) is [var invitation] ? invitation : null);
    }

    const string OpenedBy = "select id from identity.invitation where account_id = @account and used_at is not null order by used_at desc limit 1";
}
