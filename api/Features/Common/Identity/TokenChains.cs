using System.Security.Claims;
using System.Text.Json;
using Dapper;
using Npgsql;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// What one authorization gave: a code, and refresh tokens of which each is traded for the next. A chain belongs to a session
/// and ends with it.
/// </summary>
public sealed class TokenChains(
    IOpenIddictApplicationManager applications, IOpenIddictAuthorizationManager authorizations, NpgsqlDataSource source, TimeProvider time)
{
    /// <returns>The authorization's id.</returns>
    public async Task<string> Open(string clientId, Sessions.Holder holder, IEnumerable<string> scopes, CancellationToken ct)
    {
        var client = (await applications.FindByClientIdAsync(clientId, ct))!;
        var descriptor = new OpenIddictAuthorizationDescriptor
        {
            ApplicationId = await applications.GetIdAsync(client, ct), CreationDate = time.GetUtcNow(), Subject = holder.Id.ToString(),
            Status = Statuses.Valid, Type = AuthorizationTypes.AdHoc, Properties = { [Sessions.Claim] = JsonSerializer.SerializeToElement(holder.SessionId) },
        };
        descriptor.Scopes.UnionWith(scopes);
        return (await authorizations.GetIdAsync(await authorizations.CreateAsync(descriptor, ct), ct))!;
    }

    /// <summary>
    /// Uses a refresh token up. OpenIddict lets requests of the same instant all pass, and their branches live on; here the
    /// database lets one through. Another one is a replay as it would be a second later: which of the two is the thief's
    /// nobody can tell, so the chain ends. Honest clients never race: a tab keeps its tokens to itself and renews one at a time.
    /// </summary>
    /// <returns>False for all but the first: the refusal ends the chain (<see cref="RefusedRefresh" />).</returns>
    public async Task<bool> Redeem(ClaimsPrincipal refreshToken, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var arguments = new { Token = refreshToken.GetTokenId(), Now = time.GetUtcNow().UtcDateTime };
        return await connection.ExecuteAsync(new CommandDefinition(RedeemSql, arguments, cancellationToken: ct)) == 1;
    }

    /// <summary>Ended even for a caller who is gone.</summary>
    public async Task End(string chain)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(EndSql, new { Chain = chain });
    }

    /// <summary>The concurrency token stays: OpenIddict marks the row once more, with the one that it read.</summary>
    const string RedeemSql = "update identity.oidc_token set status = 'redeemed', redemption_date = @Now where id = @Token::uuid and status = 'valid'";

    /// <summary>The authorization too: the winner's next token may not be written yet.</summary>
    const string EndSql = """
        update identity.oidc_authorization set status = 'revoked', concurrency_token = gen_random_uuid()::text where id = @Chain::uuid;
        update identity.oidc_token set status = 'revoked', concurrency_token = gen_random_uuid()::text where authorization_id = @Chain::uuid
        """;
}
