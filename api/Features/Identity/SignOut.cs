using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authentication;

namespace Mentoring.Api.Features.Identity;

/// <summary>Ends the session of this browser.</summary>
public static class SignOut
{
    public static void Map(RouteGroupBuilder session) =>
        session.MapDelete("/", async (HttpContext http) =>
            {
                await http.SignOutAsync(Session.Scheme);
                return TypedResults.NoContent();
            })
            .WithSummary("Signs out: ends the session of this browser")
            .OwnOriginOnly()
            .Operation(nameof(SignOut), Permission.Public);
}
