using Mentoring.Api.Platform;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Who may ask for tokens: the product's own web client, and systems that work with client credentials.</summary>
public sealed class Clients(IOpenIddictApplicationManager applications)
{
    /// <summary>Registers the product's own web client; its addresses are judged by <see cref="FirstParty"/>.</summary>
    public Task RegisterOwn(CancellationToken ct) => Register(new()
    {
        ClientId = FirstParty.ClientId,
        ClientType = ClientTypes.Public,
        ConsentType = ConsentTypes.Implicit,
        DisplayName = "Mentoring",
        Permissions =
        {
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
            Permissions.Scopes.Profile, Permissions.Scopes.Email, Permissions.Prefixes.Scope + OpenIdServer.Scope,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    }, ct);

    /// <summary>Registers a system. What it may do follows from its role assignments.</summary>
    /// <param name="secret">Its password; null when it signs with a key of its own.</param>
    /// <param name="keys">Its public keys, for <c>private_key_jwt</c>.</param>
    public Task RegisterSystem(string clientId, string name, string? secret, JsonWebKeySet? keys, CancellationToken ct) => Register(new()
    {
        ClientId = clientId,
        ClientType = ClientTypes.Confidential,
        ClientSecret = secret,
        JsonWebKeySet = keys,
        DisplayName = name,
        Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, Permissions.Prefixes.Scope + OpenIdServer.Scope },
    }, ct);

    /// <summary>The same again changes nothing, so that it can be done at every start.</summary>
    async Task Register(OpenIddictApplicationDescriptor descriptor, CancellationToken ct)
    {
        if (await applications.FindByClientIdAsync(descriptor.ClientId!, ct) is { } known) await applications.UpdateAsync(known, descriptor, ct);
        else await applications.CreateAsync(descriptor, ct);
    }
}

/// <summary>Makes sure that people can sign in, before the process calls itself ready.</summary>
public sealed class OwnClient(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Caller>().BecomeJob(nameof(OwnClient));
        var db = services.GetRequiredService<Db>();
        await using var transaction = await db.Begin(cancellationToken);
        // Several processes start at once, and the second must find what the first registered.
        await db.Execute("select pg_advisory_xact_lock(hashtext('own-client'))", null, cancellationToken);
        await services.GetRequiredService<Accounts>().Join(cancellationToken);
        await services.GetRequiredService<Clients>().RegisterOwn(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
