using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Turns two-factor sign-in off, with a last code, so that a token left open in a browser cannot do it; the other sessions are over.</summary>
public static class DisableTotp
{
    public static void Map(RouteGroupBuilder me) =>
        me.MapDelete("/totp", async ([FromQuery] string? code, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(code ?? ""), ct);
                return TypedResults.NoContent();
            })
            .RequireRateLimiting(RateLimits.Secrets)
            .Operation(nameof(DisableTotp), Permission.SignedIn);

    public sealed record Command(string Code) : ICommand<Done>, ISecret;

    public sealed class Handler(
        Accounts accounts, UserManager<Account> users, TotpSecrets secrets, Attempts attempts, Sessions sessions, Caller caller, Audit audit, TimeProvider time)
        : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await accounts.Own(caller, ct);
            if (!account.TwoFactorEnabled) throw new RuleViolation("totp.not-enabled");
            if (await attempts.Refusal(Attempts.At(account), ct) is { } locked) throw locked;
            account.LastTotpStep = secrets.StepOf(account, command.Code, time.GetUtcNow())
                ?? throw await attempts.Fail(Attempts.At(account), new BadInput("totp.code-wrong") { Pointer = "/code" }, ct);
            account.TwoFactorEnabled = false;
            account.TotpSecret = null;
            (await users.UpdateAsync(account)).Demand("/code");
            await sessions.End(account.Id, ct, except: caller.Session.Id);
            audit.AboutPlatform(new TotpDisabled(account.Id));
            return new();
        }
    }
}
