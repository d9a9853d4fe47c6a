using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// A refresh token of ours that is refused was used before, here or by OpenIddict's own look: its chain ends. OpenIddict 7.8 revokes the
/// tokens that stand in the database and not the authorization, so that a successor which is written an instant later would live on.
/// </summary>
public sealed class RefusedRefresh(TokenChains chains) : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    const string Chain = "chain of the refresh token";

    public static void Configure(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateTokenContext>(handler => handler
            .SetOrder(OpenIddictServerHandlers.Protection.ValidateTokenEntry.Descriptor.Order - 500)
            .UseInlineHandler(token =>
            {
                if (token.Request?.IsRefreshTokenGrantType() == true && token.AuthorizationId is { } chain)
                    token.Transaction.SetProperty(Chain, chain);
                return default;
            }));
        server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.SetOrder(int.MinValue).UseScopedHandler<RefusedRefresh>());
    }

    public async ValueTask HandleAsync(ApplyTokenResponseContext answer)
    {
        if (answer.Error is Errors.InvalidGrant or Errors.InvalidToken && answer.Transaction.GetProperty<string>(Chain) is { } chain) await chains.End(chain);
    }
}
