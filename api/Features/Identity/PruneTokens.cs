using OpenIddict.Abstractions;

namespace Mentoring.Api.Features.Identity;

/// <summary>Forgets tokens and authorizations that have been over for a day.</summary>
public sealed class PruneTokens(IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations, TimeProvider time)
{
    public async Task Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().AddDays(-1);
        await tokens.PruneAsync(before, ct);
        await authorizations.PruneAsync(before, ct);
    }
}
