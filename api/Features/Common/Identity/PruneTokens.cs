using Dapper;
using Npgsql;
using OpenIddict.Abstractions;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Forgets tokens, authorizations and failures to sign in that have been over for a day, and sessions after a month.</summary>
public sealed class PruneTokens(IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations, NpgsqlDataSource source, TimeProvider time)
{
    public async Task Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().AddDays(-1);
        await tokens.PruneAsync(before, ct);
        await authorizations.PruneAsync(before, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition("""
            select set_config('scope.system', 'on', true);
            delete from grant_change where at < now() - interval '10 minutes';
            delete from identity.sign_in_failure where last_at < @Day;
            delete from identity.session where seen_at < @Month
            """, new { Day = before.UtcDateTime, Month = before.AddDays(-29).UtcDateTime }, cancellationToken: ct));
    }
}
