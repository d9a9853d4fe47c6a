using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Opens a session with e-mail and password, and a one-time code where the account asks for it.</summary>
public static class SignIn
{
    public static void Map(RouteGroupBuilder session) =>
        session.MapPost("/", async (Command command, HttpContext http, IMediator mediator, CancellationToken ct) =>
            {
                var outcome = await mediator.Send(command, ct);
                if (outcome.Problem is { } problem) throw problem;
                await Session.Open(http, outcome.Account, outcome.Stamp, outcome.Session);
                return TypedResults.NoContent();
            })
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
    public sealed record Outcome(Guid Account, string? Stamp, Guid Session, Problem? Problem = null);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(254);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(Passwords.Longest);
            RuleFor(c => c.Code).Matches("^[0-9]{6}$");
        }
    }

    public sealed class Handler(Db db, Accounts accounts, Credentials credentials, Sessions sessions) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken ct)
        {
            await using var transaction = await db.Begin(ct);
            var account = await accounts.Find(command.Email, ct);
            var problem = await credentials.Check(command.Email, account, command.Password, command.Code, ct);
            var outcome = problem is null
                ? new Outcome(account!.Id, account.SecurityStamp, await sessions.Open(account, ct))
                : new(Guid.Empty, null, Guid.Empty, problem);
            await transaction.CommitAsync(ct);
            return outcome;
        }
    }
}
