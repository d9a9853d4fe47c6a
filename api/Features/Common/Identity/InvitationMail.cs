using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>An invitation whose link is to be made and mailed.</summary>
public sealed record InvitationDue(Guid Id) : IMessage;

/// <summary>What happened to an account that is tied to a person.</summary>
public enum AccountEvent { Invited, Renewed, HandedOver, PasswordSet }

/// <summary>Something happened to a person's account that the person has to learn of, whoever did it.</summary>
public sealed record AccountNews(Guid AccountId, AccountEvent Event, Guid InvitationId) : IMessage;

/// <summary>
/// Makes the link and mails it: outside this method it exists in the letter alone. A letter that comes twice, after a crash,
/// carries another link each time, and the last one works.
/// </summary>
public sealed class SendInvitation(Db db, Mailer mailer, TimeProvider time) : IHandle<InvitationDue>
{
    sealed record Due(string Address, string? Place, string Language, string TimeZone, DateTime ExpiresAt, bool Renewal);

    public async Task Handle(InvitationDue message, CancellationToken ct)
    {
        await using var transaction = await db.Begin(ct);
        if (await db.Maybe<Due>(Read, new { message.Id, Now = time.GetUtcNow().UtcDateTime }, ct) is { } due)
        {
            var (token, hash) = InvitationSecrets.NewToken(message.Id);
            await db.ExecuteOne("update identity.invitation set token_hash = @hash where id = @Id", new { message.Id, hash }, ct);
            var (subject, text) = MailText.In(due.Language).Letter(due.Renewal ? "accountRenewed" : "accountInvited", due.ExpiresAt, due.TimeZone,
                ("place", due.Place ?? ""), ("link", $"{mailer.Address}/set-password#{token}"));
            await mailer.Send(due.Address, subject, text, ct);
        }

        await transaction.CommitAsync(ct);
    }

    const string Read = """
        select i.address, o.name_short place, coalesce(s.language, 'ru') language, coalesce(t.time_zone, 'Europe/Moscow') time_zone, i.expires_at,
               a.password_hash is not null renewal
          from identity.invitation i
          join identity.account a on a.id = i.account_id
          left join organization o on o.id = i.organization_id
          left join organization_zone t on t.place_id = i.organization_id
          left join notification_setting s on s.account_id = a.id
         where i.id = @Id and i.delivery = 'Mail' and i.used_at is null and i.withdrawn_at is null and i.expires_at > @Now
           for update of i
        """;
}

/// <summary>
/// Tells every address that is known of the person, also those that stood in the staff list before: whoever changes an address
/// and then opens the account is noticed. The address to which the link itself goes needs no second letter of it.
/// </summary>
public sealed class TellContacts(Db db, Mailer mailer) : IHandle<AccountNews>
{
    sealed record Known
    {
        public required string[] Addresses { get; init; } = [];
        public required Delivery Delivery { get; init; }
        public string? Place { get; init; }
        public required string Language { get; init; }
        public required string TimeZone { get; init; }
        public required DateTime At { get; init; }
    }

    public async Task Handle(AccountNews message, CancellationToken ct)
    {
        if (!mailer.IsOn) return;
        await using var transaction = await db.Begin(ct);
        if (await db.Maybe<Known>(Read, new { message.InvitationId, Event = message.Event.ToString() }, ct) is { } known)
        {
            var how = message.Event is AccountEvent.PasswordSet or AccountEvent.HandedOver ? message.Event.ToString() : known.Delivery.ToString();
            var (subject, text) = MailText.In(known.Language).Letter($"accountNews{how}", known.At, known.TimeZone, ("place", known.Place ?? ""));
            foreach (var address in known.Addresses) await mailer.Send(address, subject, text, ct);
        }

        await transaction.CommitAsync(ct);
    }

    const string Read = """
        select i.delivery, o.name_short place, coalesce(s.language, 'ru') language, coalesce(t.time_zone, 'Europe/Moscow') time_zone,
               coalesce(case @Event when 'PasswordSet' then i.used_at when 'HandedOver' then i.handed_over_at end, i.invited_at) at,
               array(select distinct lower(address) from unnest(array_append(p.email_former, p.email)) address
                      where address is not null and (@Event in ('PasswordSet', 'HandedOver') or lower(address) is distinct from lower(i.address))) addresses
          from identity.invitation i
          join identity.account a on a.id = i.account_id
          join person p on p.id = a.person_id
          left join organization o on o.id = i.organization_id
          left join organization_zone t on t.place_id = i.organization_id
          left join notification_setting s on s.account_id = a.id
         where i.id = @InvitationId
        """;
}
