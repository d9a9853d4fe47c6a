using Microsoft.AspNetCore.DataProtection;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Secrets of authenticator applications, kept protected by the key ring.</summary>
public sealed class TotpSecrets(IDataProtectionProvider protection)
{
    readonly IDataProtector _protector = protection.CreateProtector("identity.totp");

    public string Protect(string secret) => _protector.Protect(secret);

    /// <returns>The step whose code this is, if it was not used before.</returns>
    public long? StepOf(Account account, string code, DateTimeOffset now) =>
        account.TotpSecret is { } kept ? Totp.StepOf(code, _protector.Unprotect(kept), now, account.LastTotpStep) : null;
}
