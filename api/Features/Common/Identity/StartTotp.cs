using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Makes a new secret for an authenticator application. It counts once a code of it was confirmed.</summary>
public static class StartTotp
{
    public static void Map(RouteGroupBuilder me) =>
        me.MapPost("/totp", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Command(), ct)))
            .Operation(nameof(StartTotp), Permission.SignedIn);

    public sealed record Command : ICommand<Result>, ISecret;

    /// <param name="Secret">Base32, for typing it in by hand.</param>
    /// <param name="Uri">`otpauth://…`, for showing it as a QR code.</param>
    public sealed record Result(string Secret, string Uri);

    public sealed class Handler(Accounts accounts, UserManager<Account> users, TotpSecrets secrets, Caller caller, Audit audit)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var account = await accounts.Own(caller, ct);
            if (account.TwoFactorEnabled) throw new RuleViolation("totp.enabled");
            var secret = Totp.NewSecret();
            account.TotpSecret = secrets.Protect(secret);
            (await users.UpdateAsync(account)).Demand("");
            audit.AboutPlatform(new TotpStarted(account.Id));
            return new(secret, Totp.Uri(secret, account.Email ?? account.DisplayName));
        }
    }
}
