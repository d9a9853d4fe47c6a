using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Mails a link that sets a new password to whoever forgot the old one. The answer is the same whether there is such an account. The link goes
/// only to an address that has received one before, and works for an hour; the old password holds until it is used, and the second factor is
/// asked for after it as before.
/// </summary>
public static class ForgotPassword
{
    /// <summary>How long the link lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>No second letter so soon after the first.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/password/recover", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(command, ct);
                return TypedResults.Accepted((string?)null);
            })
            .RequireRateLimiting(RateLimits.Secrets).OwnOriginOnly()
            .Operation(nameof(ForgotPassword), Permission.Public);

    /// <param name="Email">With which the account signs in.</param>
    public sealed record Command(string Email) : IRequest<Done>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Email).NotEmpty().MaximumLength(254);
    }

    /// <summary>Somebody asked for a new password; of nobody, when there is no such account: the request takes as long either way.</summary>
    public sealed record PasswordForgotten(Guid AccountId) : IMessage;

    public sealed class Handler(Db db, Accounts accounts, Outbox outbox) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            await using var transaction = await db.Begin(ct);
            var account = await accounts.Find(command.Email, ct);
            await outbox.Add(new PasswordForgotten(account?.Id ?? Guid.Empty), ct);
            await transaction.CommitAsync(ct);
            return new();
        }
    }

    /// <summary>Makes the link and mails it: outside this method it exists in the letter alone.</summary>
    public sealed class SendLink(Db db, Mailer mailer, TimeProvider time) : IHandle<PasswordForgotten>
    {
        sealed record Due(string Address, string Language, string TimeZone);

        public async Task Handle(PasswordForgotten message, CancellationToken ct)
        {
            if (!mailer.IsOn) return;
            await using var transaction = await db.Begin(ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var (token, hash) = InvitationSecrets.NewToken(id);
            var due = await db.Maybe<Due>(Open, new
            {
                message.AccountId, id, hash, Now = now.UtcDateTime, ExpiresAt = (now + Lifetime).UtcDateTime, Since = (now - Pause).UtcDateTime,
            }, ct);
            if (due is not null)
            {
                var (subject, text) = MailText.In(due.Language).Letter("passwordForgotten", (now + Lifetime).UtcDateTime, due.TimeZone,
                    ("link", $"{mailer.Address}/set-password#{token}"));
                await mailer.Send(due.Address, subject, text, ct);
            }

            await transaction.CommitAsync(ct);
        }
    }

    // An address that nobody has proven could have been written by whoever wants the account. A link that officials gave stays.
    const string Open = """
        with account as (
            select a.id, a.email, a.display_name from identity.account a
             where a.id = @AccountId and a.email_confirmed and a.password_hash is not null and a.blocked_at is null
               and not exists (select from identity.invitation i where i.account_id = a.id and i.invited_by = a.id::text and i.invited_at > @Since)
               and not exists (select from identity.invitation i where i.account_id = a.id and i.invited_by <> a.id::text
                                  and i.used_at is null and i.withdrawn_at is null and i.expires_at > @Now)
               for update of a),
        before as (
            update identity.invitation i set withdrawn_at = @Now, withdrawn_by = a.id::text from account a
             where i.account_id = a.id and i.used_at is null and i.withdrawn_at is null returning i.id),
        opened as (
            insert into identity.invitation (id, account_id, delivery, address, invited_by, invited_by_name, invited_at, expires_at, token_hash)
            select @id, id, 'Mail', email, id::text, display_name, @Now, @ExpiresAt, @hash from account where (select count(*) from before) >= 0
            returning account_id, address)
        select o.address, coalesce(s.language, 'ru') language, coalesce(t.time_zone, 'Europe/Moscow') time_zone
          from opened o
          join identity.account a on a.id = o.account_id
          left join person p on p.id = a.person_id
          left join organization_zone t on t.place_id = p.organization_ids[1]
          left join notification_setting s on s.account_id = a.id
        """;
}
