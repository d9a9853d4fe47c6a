using Mentoring.Api.Hosting;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The embedded OpenID provider, and the API's trust in it.</summary>
public static class OpenIdServer
{
    /// <summary>Asks for a token of this API.</summary>
    public const string Scope = Tokens.Scope;

    public static void AddOpenIdServer(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDbContext<IdentityContext>((provider, context) => context.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ServerKeys>();
        services.AddOpenIddict()
            .AddCore(core => core
                .ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>, FirstParty>()
                .UseEntityFrameworkCore().UseDbContext<IdentityContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(server => Configure(server, builder.Configuration));
        if (builder.Configuration["Identity:Authority"] is null) TrustOwn(services, builder.Configuration);
    }

    static void Configure(OpenIddictServerBuilder server, IConfiguration configuration)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout");
        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow().RequireProofKeyForCodeExchange();
        server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess, Scope);

        // The API reads tokens as any resource server would; what they say is no secret from their holder.
        server.DisableAccessTokenEncryption();
        server.SetAccessTokenLifetime(TimeSpan.FromMinutes(10)).SetRefreshTokenLifetime(TimeSpan.FromHours(8));
        server.SetRefreshTokenReuseLeeway(TimeSpan.Zero);
        RefusedRefresh.Configure(server);
        if (Issuer(configuration) is { } issuer) server.SetIssuer(issuer);

        // A sign-out may name an identity token that is over by then, or forgotten: whose it was its signature tells, no entry is asked.
        server.AddEventHandler<ValidateTokenContext>(handler => handler
            .SetOrder(OpenIddictServerHandlers.Protection.RestoreTokenEntryProperties.Descriptor.Order - 500)
            .UseInlineHandler(token =>
            {
                if (token.EndpointType == OpenIddictServerEndpointType.EndSession) token.Principal?.SetTokenId(null);
                return default;
            }));

        // TLS ends at the proxy; a plain address is what a school's laptop opens.
        server.UseAspNetCore().DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableEndSessionEndpointPassthrough();
    }

    static string? Issuer(IConfiguration configuration) => configuration["Identity:Issuer"] ?? new PublicAddress(configuration).Origin;

    /// <summary>
    /// The keys come from the server's own options, without a call to itself. The issuer is the address that the user
    /// opened, so it proves nothing; that the token is ours, its signature proves.
    /// </summary>
    static void TrustOwn(IServiceCollection services, IConfiguration configuration) =>
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IOptionsMonitor<OpenIddictServerOptions>>((bearer, server) =>
        {
            var issuer = Issuer(configuration);
            bearer.TokenValidationParameters.ValidateIssuer = issuer is not null;
            // The provider writes an address with its closing slash, however it was configured.
            if (issuer is not null) bearer.TokenValidationParameters.ValidIssuers = [new Uri(issuer).AbsoluteUri];
            bearer.TokenValidationParameters.IssuerSigningKeys = [.. server.CurrentValue.SigningCredentials.Select(credentials => credentials.Key)];
        });
}
