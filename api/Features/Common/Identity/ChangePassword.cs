using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Changes one's own password; all sessions from before are over.</summary>
public static class ChangePassword
{
    public static void Map(RouteGroupBuilder me) =>
        me.MapPut("/password", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(command, ct);
                return TypedResults.NoContent();
            })
            .RequireRateLimiting(RateLimits.Secrets)
            .Operation(nameof(ChangePassword), Permission.SignedIn);

    /// <param name="Current">The password until now.</param>
    /// <param name="Password">12 to 200 characters, not a common one.</param>
    public sealed record Command([property: Json.Verbatim] string Current, [property: Json.Verbatim] string Password) : ICommand<Done>, ISecret;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Current).NotEmpty().MaximumLength(Passwords.Longest);
            RuleFor(c => c.Password).NotEmpty();
        }
    }

    public sealed class Handler(Accounts accounts, UserManager<Account> users, Attempts attempts, Sessions sessions, Caller caller, Audit audit)
        : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await accounts.Own(caller, ct);
            if (await attempts.Refusal(Attempts.At(account), ct) is { } locked) throw locked;
            var changed = await users.ChangePasswordAsync(account, command.Current, command.Password);
            if (changed.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
                throw await attempts.Fail(Attempts.At(account), new BadInput("account.password-wrong") { Pointer = "/current" }, ct);
            changed.Demand("/password");
            await attempts.Clear(Attempts.At(account), ct);
            await sessions.End(account.Id, ct);
            audit.AboutPlatform(new PasswordChanged(account.Id));
            return new();
        }
    }
}
