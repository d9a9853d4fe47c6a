using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>A notification whose e-mail may go.</summary>
public sealed record MailDue(Guid NotificationId) : IMessage;

/// <summary>Sends one notification by e-mail, unless it was read or is over meanwhile. A mail server that fails is tried again.</summary>
public sealed class SendMail(Db db, Mailer mailer, TimeProvider time) : IHandle<MailDue>
{
    sealed record Letter(NotificationKind Kind, string Title, string? About, DateTime? StartsAt, string Path, string Address, string Language, string TimeZone);

    public async Task Handle(MailDue message, CancellationToken ct)
    {
        if (!mailer.IsOn) return;
        await using var transaction = await db.Begin(ct);
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.Maybe<Letter>(Read, new { message.NotificationId, Now = now }, ct) is { } letter)
        {
            var (texts, item) = (MailText.In(letter.Language), new MailText.Item(letter.Kind, letter.Title, letter.About, letter.StartsAt, letter.Path));
            await mailer.Send(letter.Address, texts.Subject(item), texts.Single(item, letter.TimeZone, mailer.Address), ct);
            await db.Execute("update notification set emailed_at = @Now where id = @NotificationId", new { message.NotificationId, Now = now }, ct);
        }

        await transaction.CommitAsync(ct);
    }

    static readonly string Read = $"""
        select n.kind, n.title, n.about, n.starts_at, n.path, a.email address, coalesce(s.language, 'ru') language, {NotificationSql.TimeZoneOf("a")} time_zone
          from notification n join identity.account a on a.id = n.account_id left join notification_setting s on s.account_id = a.id
         where n.id = @NotificationId and n.emailed_at is null and n.read_at is null and (n.starts_at is null or n.starts_at > @Now) and a.email is not null
           and (a.blocked_at is null or n.kind = 'AccountBlocked')
           for update of n skip locked
        """;
}
