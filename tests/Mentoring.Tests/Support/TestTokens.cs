using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Tests.Support;

/// <summary>
/// Access tokens in the form of the product's authority, signed with a key of the test run: the API is told to trust it in
/// the way in which it is told to trust any other authority. Signing in for real is tested where identity is.
/// </summary>
public static class TestTokens
{
    public const string Issuer = "https://authority.test/";
    public static readonly ECDsaSecurityKey Key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    public static void Trust(IServiceCollection services) =>
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            bearer.Authority = null;
            bearer.ConfigurationManager = null;
            bearer.Configuration = new() { Issuer = Issuer };
            bearer.Configuration.SigningKeys.Add(Key);
            bearer.TokenValidationParameters.ValidIssuer = Issuer;
            bearer.TokenValidationParameters.IssuerSigningKey = Key;
        });

    /// <summary>The authority's word that the person has just signed in.</summary>
    static Claim SignedInNow() => new("auth_time", DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

    public static string For(string subject, Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Tokens.Audience,
            Subject = new ClaimsIdentity([new Claim("sub", subject), new Claim("scope", Tokens.Scope), SignedInNow()]),
            Expires = DateTime.UtcNow.AddMinutes(10),
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            IssuedAt = DateTime.UtcNow.AddMinutes(-1),
            TokenType = "at+jwt",
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }
}
