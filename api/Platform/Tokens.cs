using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Mentoring.Api.Platform;

/// <summary>Access tokens of the configured authority; the embedded one unless <c>Identity:Authority</c> names another.</summary>
public static class Tokens
{
    public const string Audience = "mentoring";

    /// <summary>How much the clocks of the authority and of this machine may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>What a token must have been asked for to open the API.</summary>
    public const string Scope = "mentoring";

    public static void AddTokens(this WebApplicationBuilder builder) =>
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.Authority = builder.Configuration["Identity:Authority"];
            bearer.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            bearer.TokenValidationParameters.ValidAudience = Audience;
            bearer.TokenValidationParameters.ValidTypes = ["at+jwt"];
            bearer.TokenValidationParameters.ClockSkew = ClockSkew;
        });

    /// <summary>A token for something else (who somebody is, say) does not open the API, whoever holds it.</summary>
    /// <param name="caller">Scopes come as one string; some authorities call the claim <c>scp</c> and repeat it.</param>
    public static void DemandScope(ClaimsPrincipal caller)
    {
        if (!caller.Claims.Where(claim => claim.Type is "scope" or "scp").SelectMany(claim => claim.Value.Split(' ')).Contains(Scope))
            throw new Forbidden("token.scope");
    }
}
