using Hangfire;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Chapter: who is calling. Signing in, one's own account, other people's accounts and roles, systems.</summary>
public static class Identity
{
    public static void MapIdentity(this RouteGroupBuilder api)
    {
        var session = api.MapGroup("/session").Chapter("Identity", "Signing in, roles, and the clients of other systems.");
        SignIn.Map(session);
        SignOut.Map(session);
        ConfirmIdentity.Map(session);
        ListDemoAccounts.Map(api.MapGroup("/demo-accounts").WithTags("Identity"));

        var me = api.MapGroup("/me").WithTags("Identity");
        GetMe.Map(me);
        ChangePassword.Map(me);
        StartTotp.Map(me);
        ConfirmTotp.Map(me);
        DisableTotp.Map(me);
        var sessions = me.MapGroup("/sessions");
        ListMySessions.Map(sessions);
        EndMySession.Map(sessions);
        EndMySessions.Map(sessions);
        ListMyRoleProposals.Map(me);

        var accounts = api.MapGroup("/accounts").WithTags("Identity");
        InviteAccount.Map(accounts);
        RenewInvitation.Map(accounts);
        ListAccounts.Map(accounts);
        GetAccount.Map(accounts);
        BlockAccount.Map(accounts);
        UnblockAccount.Map(accounts);
        EndAccountSessions.Map(accounts);
        SendPasswordLink.Map(accounts);
        UnlockAccount.Map(accounts);
        ResetSecondFactor.Map(accounts);
        SetPassword.Map(accounts);
        ForgotPassword.Map(accounts);
        var ofOrganization = api.MapGroup("/organizations").WithTags("Identity");
        ListStaffAccounts.Map(ofOrganization);
        ListInvitations.Map(ofOrganization);
        ListRoleProposals.Map(ofOrganization);
        var invitations = api.MapGroup("/invitations").WithTags("Identity");
        HandOverInvitation.Map(invitations);
        WithdrawInvitation.Map(invitations);

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
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceProvider>((ring, provider) => ring.XmlRepository = ActivatorUtilities.CreateInstance<KeyRing>(provider));

        services.AddAuthentication().AddCookie(Session.Scheme, Session.Configure);
        services.AddIdentityCore<Account>(identity => identity.User.RequireUniqueEmail = true).AddEntityFrameworkStores<IdentityContext>();
        services.Configure<PasswordHasherOptions>(options => Accounts.HasherOptions(options));
        // The built-in validator counts characters again and knows rules of composition: ours alone decides.
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<IPasswordValidator<Account>, Passwords>();

        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "mentoring-forgery";
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forgery.SuppressXFrameOptionsHeader = true;
        });

        builder.AddOpenIdServer();
        services.AddScoped<Invitations>().AddScoped<FreshSignIn>();
        services.AddScoped<Accounts>().AddScoped<AccountReach>().AddScoped<AppointedRoles>().AddScoped<Clients>()
            .AddScoped<PruneTokens>().AddJob<PruneTokens>("prune-tokens", job => job.Run(CancellationToken.None), Cron.Daily(22))
            .AddSingleton<TotpSecrets>().AddSingleton<SnilsKeys>().AddHostedService<OwnClient>();
        services.AddScoped<Sessions>().AddScoped<TokenChains>().AddScoped<Attempts>().AddScoped<Credentials>();
        services.TryAddSingleton<DemoAccounts>();
        services.Configure<ForwardedHeadersOptions>(headers => TrustProxies(headers, builder.Configuration));
    }

    /// <summary>
    /// The dashboard of background jobs: a page, so it is opened by the session, not by a token. What it posts carries a token
    /// against forgery, which Hangfire asks for because the service is there.
    /// </summary>
    public static void MapJobsDashboard(this WebApplication app) => app
        .MapHangfireDashboard("/hangfire", new DashboardOptions
        {
            Authorization = [], AsyncAuthorization = [new Jobs.OperatorsOnly()],
            DashboardTitle = "Mentoring", DisplayStorageConnectionString = false
        })
        .RequireAuthorization(new AuthorizationPolicyBuilder(Session.Scheme).RequireAuthenticatedUser().Build());

    /// <summary>With a certificate of the deployment the ring is unreadable to whoever has the database alone.</summary>
    static void ProtectRing(this IDataProtectionBuilder ring, IConfiguration configuration)
    {
        if (configuration["Identity:KeyCertificate:Path"] is { } path)
            ring.ProtectKeysWithCertificate(System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12FromFile(path,
                configuration["Identity:KeyCertificate:Password"]));
    }

    /// <summary>
    /// The proxy on this machine is believed about the caller's address and TLS; others are named in <c>Proxies</c>, as networks
    /// (10.0.0.0/8). About our own address none is: that is known (<see cref="Hosting.PublicAddress"/>) or not spoken of.
    /// </summary>
    static void TrustProxies(ForwardedHeadersOptions headers, IConfiguration configuration)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var network in configuration.GetSection("Proxies").Get<string[]>() ?? []) headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
    }
}
