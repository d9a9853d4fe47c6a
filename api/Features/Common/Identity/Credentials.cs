using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>How a person proved who they are.</summary>
public enum SignInMethod { Password, PasswordAndCode }

/// <summary>The proof that somebody is the person of an account: its password, and a one-time code where the account asks for one.</summary>
public sealed partial class Credentials(Attempts attempts, UserManager<Account> users, TotpSecrets secrets, TimeProvider time, ILogger<Credentials> logger)
{
    /// <param name="account">Locked by the caller's transaction; null when nobody has the e-mail, which takes as long and tells the same.</param>
    /// <returns>Why it is no proof, counted already where it counts; null when it is one.</returns>
    public async Task<Problem?> Check(string email, Account? account, string password, string? code, CancellationToken ct)
    {
        if (await attempts.Refusal(email, ct) is { } locked) return locked;
        if (account?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(account!, Decoy, password);
            return await attempts.Fail(email, Wrong(), ct);
        }

        if (!await users.CheckPasswordAsync(account, password)) return await Count(email, account, ct);
        if (account.TwoFactorEnabled)
        {
            if (code is null) return new RuleViolation("session.code-required");
            if (secrets.StepOf(account, code, time.GetUtcNow()) is not { } step) return await Count(email, account, ct);
            account.LastTotpStep = step;
            (await users.UpdateAsync(account)).Demand("/code");
        }

        await attempts.Clear(email, ct);
        // Told to nobody but whoever has proven to be the person.
        return account.BlockedAt is null ? null : new RuleViolation("session.blocked");
    }

    async Task<Problem> Count(string email, Account account, CancellationToken ct)
    {
        var refusal = await attempts.Fail(email, Wrong(), ct);
        if (refusal is RuleViolation) Locked(logger, account.Id);
        return refusal;
    }

    static BadInput Wrong() => new("session.wrong-credentials");

    static readonly string Decoy = Accounts.Hash("no account has this password");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} is locked after repeated failures to prove who it is")]
    static partial void Locked(ILogger logger, Guid account);
}
