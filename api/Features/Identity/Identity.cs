using Hangfire;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentoring.Api.Features.Identity;

/// <summary>Chapter: who is calling. Signing in, one's own account, other people's accounts and roles, systems.</summary>
public static class Identity
{
    public static void MapIdentity(this RouteGroupBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Identity");
        SignIn.Map(session);
        SignOut.Map(session);
        ListDemoAccounts.Map(api.MapGroup("/demo-accounts").WithTags("Identity"));

        var me = api.MapGroup("/me").WithTags("Identity");
        GetMe.Map(me);
        ChangePassword.Map(me);
        StartTotp.Map(me);
        ConfirmTotp.Map(me);
        DisableTotp.Map(me);
        ListMyRoleProposals.Map(me);

        var accounts = api.MapGroup("/accounts").WithTags("Identity");
        InviteAccount.Map(accounts);
        SetPassword.Map(accounts);
        var ofOrganization = api.MapGroup("/organizations").WithTags("Identity");
        ListStaffAccounts.Map(ofOrganization);
        ListRoleProposals.Map(ofOrganization);

        var assignments = api.MapGroup("/role-assignments").WithTags("Identity");
        ListAssignments.Map(assignments);
        GrantRole.Map(assignments);
        EndAssignment.Map(assignments);

        var proposals = api.MapGroup("/role-proposals").WithTags("Identity");
        ListRolesToConfirm.Map(proposals);
        AnswerRoleProposal.Map(proposals);
        DecideRoleProposal.Map(proposals);
        WithdrawRoleProposal.Map(proposals);

        var clients = api.MapGroup("/clients").WithTags("Identity");
        RegisterClient.Map(clients);
        ListClients.Map(clients);
        RevokeClient.Map(clients);
    }

    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("mentoring").ProtectRing(builder.Configuration);
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((ring, provider) => ring.XmlRepository = ActivatorUtilities.CreateInstance<KeyRing>(provider));

        services.AddAuthentication().AddCookie(Session.Scheme, Session.Configure);
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        }).AddEntityFrameworkStores<IdentityContext>().AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider);
        services.Configure<PasswordHasherOptions>(options => Accounts.HasherOptions(options));
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = InviteAccount.LinkLifetime);
        // The built-in validator counts characters again and knows rules of composition: ours alone decides.
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<IPasswordValidator<Account>, Passwords>();

        builder.AddOpenIdServer();
        services.AddScoped<Accounts>().AddScoped<Clients>().AddScoped<PruneTokens>().AddSingleton<TotpSecrets>().AddScoped<Strangers>().AddHostedService<OwnClient>();
        services.TryAddSingleton<DemoAccounts>();
        services.Configure<ForwardedHeadersOptions>(headers => TrustProxies(headers, builder.Configuration));
    }

    /// <summary>The dashboard of background jobs: a page, so it is opened by the session, not by a token.</summary>
    public static void MapJobsDashboard(this WebApplication app) => app
        .MapHangfireDashboard("/hangfire", new DashboardOptions { Authorization = [], AsyncAuthorization = [new Jobs.OperatorsOnly()], DashboardTitle = "Mentoring", DisplayStorageConnectionString = false })
        .RequireAuthorization(new AuthorizationPolicyBuilder(Session.Scheme).RequireAuthenticatedUser().Build());

    /// <summary>With a certificate of the deployment the ring is unreadable to whoever has the database alone.</summary>
    static void ProtectRing(this IDataProtectionBuilder ring, IConfiguration configuration)
    {
        if (configuration["Identity:KeyCertificate:Path"] is { } path)
            ring.ProtectKeysWithCertificate(System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12FromFile(path, configuration["Identity:KeyCertificate:Password"]));
    }

    /// <summary>The proxy on this machine is believed; others are named in <c>Proxies</c>, as networks (10.0.0.0/8).</summary>
    static void TrustProxies(ForwardedHeadersOptions headers, IConfiguration configuration)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var network in configuration.GetSection("Proxies").Get<string[]>() ?? []) headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
    }
}
