using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Identity;

/// <summary>Opens a session with e-mail and password, and a one-time code where the account asks for it.</summary>
public static partial class SignIn
{
    public static void Map(RouteGroupBuilder session) =>
        session.MapPost("/", async (Command command, HttpContext http, IMediator mediator, CancellationToken ct) =>
            {
                var outcome = await mediator.Send(command, ct);
                if (outcome.Problem is { } problem) throw problem;
                await Session.Open(http, outcome.Account, outcome.Stamp);
                return TypedResults.NoContent();
            })
            .WithSummary("Signs in: opens the session that the authorize endpoint asks for")
            .RequireRateLimiting(RateLimits.Secrets).OwnOriginOnly()
            .Operation(nameof(SignIn), Permission.Public);

    /// <summary>
    /// Problems: `session.wrong-credentials` (400) for an unknown e-mail, a wrong password or a wrong code alike;
    /// `session.code-required` (409) when the password is right and a code is wanted; `session.locked-out` (409) for ten
    /// minutes after five failures.
    /// </summary>
    /// <param name="Code">The six digits of the authenticator application. Each code works once.</param>
    public sealed record Command(string Email, [property: Json.Verbatim] string Password, string? Code = null) : IRequest<Outcome>;

    /// <param name="Problem">Why no session was opened: told after the attempt was counted, which an exception would undo.</param>
    public sealed record Outcome(Guid Account, string? Stamp, Problem? Problem = null);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(254);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(Passwords.Longest);
            RuleFor(c => c.Code).Matches("^[0-9]{6}$");
        }
    }

    public sealed partial class Handler(Db db, Accounts accounts, UserManager<Account> users, TotpSecrets secrets, Strangers strangers, TimeProvider time, ILogger<Handler> logger)
        : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken ct)
        {
            await using var transaction = await db.Begin(ct);
            var outcome = await Try(command, ct);
            await transaction.CommitAsync(ct);
            return outcome;
        }

        async Task<Outcome> Try(Command command, CancellationToken ct)
        {
            var account = await accounts.Find(command.Email, ct);
            if (account?.PasswordHash is null)
            {
                if (strangers.IsLocked(command.Email)) return Fail(LockedOut());
                strangers.Fail(command.Email);
                // The same work as for an account that exists: the time of the answer tells nothing.
                users.PasswordHasher.VerifyHashedPassword(account!, Decoy, command.Password);
                return Fail(strangers.IsLocked(command.Email) ? LockedOut() : new BadInput("session.wrong-credentials"));
            }

            if (await users.IsLockedOutAsync(account)) return Fail(LockedOut());
            if (!await users.CheckPasswordAsync(account, command.Password)) return await Count(account);
            if (account.TwoFactorEnabled)
            {
                if (command.Code is null) return Fail(new RuleViolation("session.code-required"));
                if (secrets.StepOf(account, command.Code, time.GetUtcNow()) is not { } step) return await Count(account);
                account.LastTotpStep = step;
            }

            account.AccessFailedCount = 0;
            (await users.UpdateAsync(account)).Demand("/email");
            return new(account.Id, account.SecurityStamp);
        }

        async Task<Outcome> Count(Account account)
        {
            await users.AccessFailedAsync(account);
            if (!await users.IsLockedOutAsync(account)) return Fail(new BadInput("session.wrong-credentials"));
            Locked(logger, account.Id);
            return Fail(LockedOut());
        }

        Problem LockedOut() => new RuleViolation("session.locked-out", ("minutes", (int)users.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes));

        static Outcome Fail(Problem problem) => new(Guid.Empty, null, problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} is locked after repeated failures to sign in")]
        static partial void Locked(ILogger logger, Guid account);
    }

    static readonly string Decoy = Accounts.Hash("no account has this password");
}
