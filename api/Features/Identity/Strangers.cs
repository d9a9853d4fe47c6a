using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Mentoring.Api.Features.Identity;

/// <summary>Failures with e-mails that have no account: they lock like those that have one, so that a lock tells nothing.</summary>
public sealed class Strangers(IMemoryCache cache, ILookupNormalizer names, IOptions<IdentityOptions> identity)
{
    readonly LockoutOptions _rule = identity.Value.Lockout;

    public bool IsLocked(string email) => cache.TryGetValue(Key(email), out int failures) && failures >= _rule.MaxFailedAccessAttempts;

    public void Fail(string email) => cache.Set(Key(email), cache.Get<int>(Key(email)) + 1, _rule.DefaultLockoutTimeSpan);

    (string, string?) Key(string email) => ("stranger", names.NormalizeEmail(email));
}
