using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Proves once more who is at the keyboard: for what is done in person, an open session is not enough.</summary>
public static class ConfirmIdentity
{
    public static void Map(RouteGroupBuilder session) =>
        session.MapPost("/confirm", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(command, ct);
                return TypedResults.NoContent();
            })
            .RequireRateLimiting(RateLimits.Secrets)
            .Operation(nameof(ConfirmIdentity), Permission.SignedIn);

    /// <summary>
    /// Problems as at sign-in: `session.wrong-credentials` (400), `session.code-required` (409), `session.locked-out` (409);
    /// and `session.kept-elsewhere` (409) where another identity provider signs people in.
    /// </summary>
    /// <param name="Code">The six digits of the authenticator application, where the account asks for them.</param>
    public sealed record Command([property: Json.Verbatim] string Password, string? Code = null) : ICommand<Done>, ISecret;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Password).NotEmpty().MaximumLength(Passwords.Longest);
            RuleFor(c => c.Code).Matches("^[0-9]{6}$");
        }
    }

    public sealed class Handler(Accounts accounts, Credentials credentials, Sessions sessions, Caller caller, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await accounts.Own(caller, ct);
            if (caller.Session.Id is null) throw new RuleViolation("session.kept-elsewhere");
            if (await credentials.Check(Attempts.At(account), account, command.Password, command.Code, ct) is { } problem) throw problem;
            await sessions.Confirm(account, ct);
            audit.AboutPlatform(new IdentityConfirmed(account.Id, caller.Session.Id));
            return new();
        }
    }
}
