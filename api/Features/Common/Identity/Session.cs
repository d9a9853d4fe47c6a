using System.Security.Claims;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// The cookie between sign-in and the authorize endpoint. The API itself never reads it: it takes access tokens alone, so
/// that no other site can act with what the browser sends by itself.
/// </summary>
public static class Session
{
    public const string Scheme = "Session";

    /// <summary>Changes with the password: sessions and refresh tokens from before are over.</summary>
    public const string Stamp = "stamp";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "mentoring-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = CurrentSession.Lifetime;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(SignInPage(context.Request, context.Request.Path + context.Request.QueryString));
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <param name="returnUrl">Path and query on this server.</param>
    public static string SignInPage(HttpRequest request, string returnUrl) =>
        $"{request.PathBase}/signin?returnUrl={Uri.EscapeDataString(request.PathBase + returnUrl)}";

    public static Task Open(HttpContext http, Guid account, string? stamp, Guid session) => http.SignInAsync(Scheme, new ClaimsPrincipal(
        new ClaimsIdentity([new("sub", account.ToString()), new(Stamp, stamp ?? ""), new(Sessions.Claim, session.ToString())], Scheme)));

    static async Task Validate(CookieValidatePrincipalContext validation)
    {
        var http = validation.HttpContext;
        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.HolderOf(validation.Principal!, http.RequestAborted) is null) validation.RejectPrincipal();
    }
}
