using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>
/// The job that sends each reader, once a day at the reader's own hour, what was to be told daily and is still unread. Each
/// reader has a transaction of their own, so that one address that fails holds up nobody.
/// </summary>
public sealed partial class SendDigests(IServiceScopeFactory scopes, Mailer mailer, TimeProvider time, ILogger<SendDigests> logger)
{
    public const string Schedule = "0 */15 * * * *";

    sealed record Reader(Guid AccountId, string Address, string Language, string TimeZone, DateOnly Today);

    sealed record Row(Guid Id, NotificationKind Kind, string Title, string? About, DateTime? StartsAt, string Path);

    public async Task Run(CancellationToken ct)
    {
        if (!mailer.IsOn) return;
        foreach (var reader in await Due(ct))
        {
            try
            {
                await Send(reader, ct);
            }
            catch (Exception failure) when (failure is MailKit.CommandException or MailKit.ProtocolException or MailKit.Security.AuthenticationException
                or IOException or System.Net.Sockets.SocketException or MimeKit.ParseException)
            {
                NotSent(logger, reader.AccountId, failure.GetType().Name);
            }
        }
    }

    async Task<IReadOnlyList<Reader>> Due(CancellationToken ct)
    {
        await using var scope = AsJob();
        return await scope.ServiceProvider.GetRequiredService<Db>().List<Reader>(DueSql, new { Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    async Task Send(Reader reader, CancellationToken ct)
    {
        await using var scope = AsJob();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var transaction = await db.Begin(ct);
        // Whoever writes the day down sends; another worker finds it written.
        if (await db.Execute(Claim, reader, ct) == 0) return;
        var now = time.GetUtcNow().UtcDateTime;
        var rows = await db.List<Row>(Pending, new { reader.AccountId, Now = now }, ct);
        if (rows.Count > 0)
        {
            var texts = MailText.In(reader.Language);
            var items = rows.Select(row => new MailText.Item(row.Kind, row.Title, row.About, row.StartsAt, row.Path)).ToList();
            await mailer.Send(reader.Address, texts.DigestSubject(items.Count), texts.Body(items, reader.TimeZone, mailer.Address), ct);
            await db.Execute("update notification set emailed_at = @Now where id = any(@Ids) and account_id = @AccountId",
                new { Ids = rows.Select(row => row.Id).ToArray(), reader.AccountId, Now = now }, ct);
        }

        await transaction.CommitAsync(ct);
    }

    AsyncServiceScope AsJob()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(SendDigests));
        return scope;
    }

    const string Unsent = "n.email = 'Digest' and n.emailed_at is null and n.read_at is null and n.at > @Now::timestamptz - interval '7 days'";

    static readonly string DueSql = $"""
        with waiting as (select distinct n.account_id from notification n where {Unsent}),
        reader as (
            select a.id account_id, a.email address, coalesce(s.language, 'ru') language, coalesce(s.digest_hour, 8) digest_hour, s.digest_sent_on,
                   {NotificationSql.TimeZoneOf("a")} time_zone
              from waiting join identity.account a on a.id = waiting.account_id left join notification_setting s on s.account_id = a.id
             where a.email is not null and a.blocked_at is null)
        select account_id, address, language, time_zone, (@Now::timestamptz at time zone time_zone)::date today
          from reader
         where extract(hour from @Now::timestamptz at time zone time_zone) >= digest_hour
           and (digest_sent_on is null or digest_sent_on < (@Now::timestamptz at time zone time_zone)::date)
         order by account_id
        """;

    static readonly string Claim = $"""
        insert into notification_setting as s (account_id, version, quiet_from_hour, quiet_until_hour, digest_sent_on)
        values (@AccountId, 0, {NotificationSql.QuietFrom}, {NotificationSql.QuietUntil}, @Today)
        on conflict (account_id) do update set digest_sent_on = excluded.digest_sent_on where s.digest_sent_on is null
            or s.digest_sent_on < excluded.digest_sent_on
        """;

    const string Pending = $"""
        select n.id, n.kind, n.title, n.about, n.starts_at, n.path from notification n
         where n.account_id = @AccountId and {Unsent} order by n.at, n.id limit 100
        """;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The digest of account {Account} was not sent: {Reason}")]
    static partial void NotSent(ILogger logger, Guid account, string reason);
}
