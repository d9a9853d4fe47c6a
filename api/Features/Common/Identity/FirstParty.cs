using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// The product's own web client is served from the address at which the user opened it, whatever that is: it may come back
/// to that same origin, and to no other. All other clients are held to the exact addresses that they registered.
/// </summary>
public sealed class FirstParty(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication<Guid>> cache,
    ILogger<OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication<Guid>> store,
    IHttpContextAccessor http)
    : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>>(cache, logger, options, store)
{
    public const string ClientId = "mentoring-spa";

    public override async ValueTask<bool> ValidateRedirectUriAsync(
        OpenIddictEntityFrameworkCoreApplication<Guid> application, string uri, CancellationToken cancellationToken = default) =>
        IsOwn(application, uri, "/callback") || await base.ValidateRedirectUriAsync(application, uri, cancellationToken);

    public override async ValueTask<bool> ValidatePostLogoutRedirectUriAsync(
        OpenIddictEntityFrameworkCoreApplication<Guid> application, string uri, CancellationToken cancellationToken = default) =>
        IsOwn(application, uri, "/") || await base.ValidatePostLogoutRedirectUriAsync(application, uri, cancellationToken);

    /// <summary>A sign-out request need not name its client: it is the one whose address this is.</summary>
    public override async IAsyncEnumerable<OpenIddictEntityFrameworkCoreApplication<Guid>> FindByPostLogoutRedirectUriAsync(
        string uri, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var application in base.FindByPostLogoutRedirectUriAsync(uri, cancellationToken)) yield return application;
        if (await FindByClientIdAsync(ClientId, cancellationToken) is { } own && IsOwn(own, uri, "/")) yield return own;
    }

    bool IsOwn(OpenIddictEntityFrameworkCoreApplication<Guid> application, string uri, string path) =>
        application.ClientId == ClientId && http.HttpContext is { } context
        && string.Equals(uri, context.Request.Origin() + context.Request.PathBase + path, StringComparison.Ordinal);
}
