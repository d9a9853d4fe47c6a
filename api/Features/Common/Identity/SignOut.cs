using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authentication;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Ends the session of this browser, with all that it opened: codes, refresh tokens, access tokens.</summary>
public static class SignOut
{
    public static void Map(RouteGroupBuilder session) =>
        session.MapDelete("/", async (HttpContext http, Sessions sessions, CancellationToken ct) =>
            {
                var cookie = await http.AuthenticateAsync(Session.Scheme);
                await sessions.SignOut(http, [cookie.Principal, http.User], ct);
                return TypedResults.NoContent();
            })
            .OwnOriginOnly()
            .Operation(nameof(SignOut), Permission.Public);
}
