using MediatR;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Mails the holder of an account a link that sets a new password, as the holder could ask for alone. It goes only to the proven address with
/// which the person signs in, so that whoever sends it opens nothing, and works for an hour. Where no address is proven, invite anew.
/// </summary>
public static class SendPasswordLink
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/{accountId:guid}/password-link", async (Guid accountId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(accountId), ct);
                return TypedResults.Accepted((string?)null);
            })
            .Operation(nameof(SendPasswordLink), Permission.AccountManage);

    public sealed record Command(Guid Id) : ICommand<Done>;

    sealed record Links(bool JustSent, bool OfOfficials);

    public sealed class Handler(Db db, AccountReach reach, Mailer mailer, Outbox outbox, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await reach.Demand(command.Id, AccountAct.SendPasswordLink, ct);
            if (account.BlockedAt is not null) throw new RuleViolation("account.blocked");
            if (!mailer.IsOn) throw new RuleViolation("account.mail-off");
            if (account is not { PasswordHash: not null, EmailConfirmed: true }) throw new RuleViolation("account.address-unproven");
            var now = time.GetUtcNow().UtcDateTime;
            var links = await db.One<Links>(Open, new { command.Id, Now = now, Since = now - ForgotPassword.Pause }, ct);
            if (links.OfOfficials) throw new RuleViolation("account.invitation-open");
            if (links.JustSent) throw new RuleViolation("account.link-just-sent", ("minutes", (int)ForgotPassword.Pause.TotalMinutes));
            await outbox.Add(new ForgotPassword.PasswordForgotten(account.Id), ct);
            audit.AboutPlatform(new PasswordLinkSent(account.Id), account.Id);
            return new();
        }
    }

    const string Open = """
        select coalesce(bool_or(invited_by = account_id::text and invited_at > @Since), false) just_sent,
               coalesce(bool_or(invited_by <> account_id::text and used_at is null and withdrawn_at is null and expires_at > @Now), false) of_officials
          from identity.invitation where account_id = @Id
        """;
}
