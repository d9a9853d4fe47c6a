using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Sets the password, by the one-time link of an invitation, and by its code too where the link came on a sheet. Without that code:
/// <c>invitation.code-required</c> (409); after five wrong ones the invitation is void.
/// </summary>
public static class SetPassword
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/password", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(command, ct);
                return TypedResults.NoContent();
            })
            .RequireRateLimiting(RateLimits.Secrets)
            .Operation(nameof(SetPassword), Permission.Public);

    /// <param name="Token">Of the link.</param>
    /// <param name="Password">12 to 200 characters, not a common one.</param>
    /// <param name="Code">Of a sheet: what the person was told by whoever invited.</param>
    public sealed record Command(string Token, [property: Json.Verbatim] string Password, string? Code = null) : ICommand<Done>, ISecret;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Token).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Password).NotEmpty();
            RuleFor(c => c.Code).MaximumLength(50);
        }
    }

    sealed record Invitation
    {
        public required Guid AccountId { get; init; }
        public required Delivery Delivery { get; init; }
        public required DateTime ExpiresAt { get; init; }
        public byte[]? TokenHash { get; init; }
        public string? CodeHash { get; init; }
        public required int Attempts { get; init; }
    }

    public sealed class Handler(
        Db db, Accounts accounts, UserManager<Account> users, Sessions sessions, Attempts tries, Outbox outbox, Audit audit, TimeProvider time)
        : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (InvitationSecrets.Read(command.Token) is not var (id, hash)
                || await db.Maybe<Invitation>(Find, new { id }, ct) is not { TokenHash: { } kept } invitation
                || !CryptographicOperations.FixedTimeEquals(kept, hash) || invitation.ExpiresAt <= now || invitation.Attempts >= InvitationSecrets.Attempts)
                throw new BadInput("account.link-invalid") { Pointer = "/token" };

            var account = await accounts.Maybe(invitation.AccountId, ct) ?? throw new NotFound();
            if (account.BlockedAt is not null) throw new BadInput("account.link-invalid") { Pointer = "/token" };
            if (invitation.CodeHash is { } codeHash)
            {
                if (string.IsNullOrWhiteSpace(command.Code)) throw new RuleViolation("invitation.code-required");
                if (users.PasswordHasher.VerifyHashedPassword(account, codeHash, InvitationSecrets.Normal(command.Code)) == PasswordVerificationResult.Failed)
                    throw await Count(id, invitation.Attempts + 1, ct);
            }

            await Open(account, invitation, command.Password);
            await tries.Clear(Attempts.At(account), ct);
            await sessions.End(account.Id, ct);
            await db.ExecuteOne("update identity.invitation set used_at = @now where id = @id", new { id, now }, ct);
            if (account.PersonId is not null) await outbox.Add(new AccountNews(account.Id, AccountEvent.PasswordSet, id), ct);
            audit.AboutPlatform(new PasswordSet(account.Id, id), account.Id);
            return new();
        }

        async Task Open(Account account, Invitation invitation, string password)
        {
            // A mailbox alone does not stand in for the second factor; two officials and a document do.
            if (invitation.Delivery == Delivery.Sheet) (account.TwoFactorEnabled, account.TotpSecret) = (false, null);
            else account.EmailConfirmed = true;
            account.PasswordHash = null;
            (await users.AddPasswordAsync(account, password)).Demand("/password");
        }

        /// <summary>A wrong code is a fact of its own: it stays counted though the command fails.</summary>
        async Task<Problem> Count(Guid id, int attempts, CancellationToken ct)
        {
            await db.ExecuteOne("update identity.invitation set attempts = @attempts where id = @id", new { id, attempts }, ct);
            return attempts < InvitationSecrets.Attempts
                ? new BadInput("invitation.code-wrong", ("left", InvitationSecrets.Attempts - attempts)) { Pointer = "/code", Counted = true }
                : new RuleViolation("invitation.code-blocked") { Counted = true };
        }
    }

    const string Find = """
        select account_id, delivery, expires_at, token_hash, code_hash, attempts from identity.invitation
         where id = @id and used_at is null and withdrawn_at is null for update
        """;
}
