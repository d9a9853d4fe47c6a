using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Mentoring.Api.Platform;

/// <summary>Access tokens of the configured authority; the embedded one unless <c>Identity:Authority</c> names another.</summary>
public static class Tokens
{
    public const string Audience = "mentoring";

    /// <summary>How much the clocks of the authority and of this machine may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

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
}
