using System.Security.Claims;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// The three endpoints of the OpenID provider that need to know the product's accounts. OpenIddict has checked client,
/// redirect address, PKCE, secrets and codes before anything here runs.
/// </summary>
public static class Connect
{
    const string Provider = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapConnect(this WebApplication app)
    {
        var connect = app.MapGroup("/connect").AllowAnonymous().ExcludeFromDescription();
        connect.MapMethods("/authorize", [HttpMethods.Get, HttpMethods.Post], Authorize);
        connect.MapPost("/token", Token);
        connect.MapMethods("/logout", [HttpMethods.Get, HttpMethods.Post], (Delegate)Logout);
    }

    /// <summary>Gives a code to whoever has a session; sends everybody else to the sign-in page, and back.</summary>
    static async Task<IResult> Authorize(HttpContext http, Sessions sessions, TokenChains chains)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var session = await http.AuthenticateAsync(Session.Scheme);
        var holder = session.Succeeded ? await sessions.HolderOf(session.Principal, http.RequestAborted) : null;
        if (holder is not null && !request.HasPromptValue(PromptValues.Login))
        {
            var principal = Person(holder, request.GetScopes());
            principal.SetAuthorizationId(await chains.Open(request.ClientId!, holder, principal.GetScopes(), http.RequestAborted));
            return Results.SignIn(principal, null, Provider);
        }

        if (request.HasPromptValue(PromptValues.None)) return Refuse(Errors.LoginRequired);

        // A prompt that was obeyed is over: kept in the address, it would ask again for ever.
        var again = request.GetParameters().Where(p => p.Key != Parameters.Prompt).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value));
        return Results.Redirect(Session.SignInPage(http.Request, http.Request.Path + QueryString.Create(again)));
    }

    static async Task<IResult> Token(HttpContext http, Sessions sessions, TokenChains chains, IOpenIddictApplicationManager applications)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            if (request.GetScopes().IsEmpty) return Refuse(Errors.InvalidScope, $"Ask for scope={OpenIdServer.Scope}: without it a token opens nothing.");
            var client = (await applications.FindByClientIdAsync(request.ClientId!, http.RequestAborted))!;
            return Results.SignIn(Principal(request.ClientId!, await applications.GetDisplayNameAsync(client, http.RequestAborted), request.GetScopes()),
                null, Provider);
        }

        var given = (await http.AuthenticateAsync(Provider)).Principal!;
        if (await sessions.HolderOf(given, http.RequestAborted) is not { } holder) return Refuse(Errors.InvalidGrant);
        if (request.IsRefreshTokenGrantType() && !await chains.Redeem(given, http.RequestAborted)) return Refuse(Errors.InvalidGrant);
        var principal = Person(holder, given.GetScopes());
        principal.SetAuthorizationId(given.GetAuthorizationId());
        return Results.SignIn(principal, null, Provider);
    }

    /// <summary>The browser's session ends, and the one that the hint names: they differ when another person signed in meanwhile.</summary>
    static async Task<IResult> Logout(HttpContext http, Sessions sessions)
    {
        var cookie = await http.AuthenticateAsync(Session.Scheme);
        var hint = await http.AuthenticateAsync(Provider);
        await sessions.SignOut(http, [cookie.Principal, hint.Principal], http.RequestAborted);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Provider]);
    }

    static ClaimsPrincipal Person(Sessions.Holder holder, IEnumerable<string> scopes)
    {
        var principal = Principal(holder.Id.ToString(), holder.DisplayName, scopes);
        principal.SetClaim(Claims.Email, holder.Email).SetClaim(Session.Stamp, holder.Stamp).SetClaim(Sessions.Claim, holder.SessionId.ToString());
        principal.SetDestinations(Destinations);
        return principal;
    }

    /// <summary>Tokens say who; what that one may do is read from the database at each request.</summary>
    static ClaimsPrincipal Principal(string subject, string? name, IEnumerable<string> scopes)
    {
        var principal = new ClaimsPrincipal(new ClaimsIdentity(Provider, Claims.Name, Claims.Role));
        principal.SetClaim(Claims.Subject, subject).SetClaim(Claims.Name, name);
        principal.SetScopes(scopes).SetResources(Tokens.Audience);
        principal.SetDestinations(Destinations);
        return principal;
    }

    static IEnumerable<string> Destinations(Claim claim) => claim.Type switch
    {
        Claims.Name when claim.Subject!.HasScope(Scopes.Profile) => [OpenIddictConstants.Destinations.IdentityToken],
        Claims.Email when claim.Subject!.HasScope(Scopes.Email) => [OpenIddictConstants.Destinations.IdentityToken],
        Claims.Subject or Sessions.Claim => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
        _ => [],
    };

    static IResult Refuse(string error, string? why = null) => Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = error, [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = why,
    }), [Provider]);
}
