using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Turns two-factor sign-in on, once the authenticator application has proved that it holds the secret; the other sessions are over.</summary>
public static class ConfirmTotp
{
    public static void Map(RouteGroupBuilder me) =>
        me.MapPut("/totp", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(command, ct);
                return TypedResults.NoContent();
            })
            .RequireRateLimiting(RateLimits.Secrets)
            .Operation(nameof(ConfirmTotp), Permission.SignedIn);

    /// <param name="Code">Six digits of the application that was given the secret.</param>
    public sealed record Command(string Code) : ICommand<Done>, ISecret;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).Matches("^[0-9]{6}$");
    }

    public sealed class Handler(
        Accounts accounts, UserManager<Account> users, TotpSecrets secrets, Attempts attempts, Sessions sessions, Caller caller, Audit audit, TimeProvider time)
        : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await accounts.Own(caller, ct);
            if (account.TwoFactorEnabled) throw new RuleViolation("totp.enabled");
            if (await attempts.Refusal(Attempts.At(account), ct) is { } locked) throw locked;
            account.LastTotpStep = secrets.StepOf(account, command.Code, time.GetUtcNow())
                ?? throw await attempts.Fail(Attempts.At(account), new BadInput("totp.code-wrong") { Pointer = "/code" }, ct);
            account.TwoFactorEnabled = true;
            (await users.UpdateAsync(account)).Demand("/code");
            await sessions.End(account.Id, ct, except: caller.Session.Id);
            audit.AboutPlatform(new TotpConfirmed(account.Id));
            return new();
        }
    }
}
