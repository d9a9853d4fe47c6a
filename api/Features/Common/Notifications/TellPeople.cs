using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>
/// Turns an event into rows of people's inboxes, and into e-mails that wait in the outbox until quiet hours are over. An
/// event that comes twice is told once.
/// </summary>
public sealed class TellPeople(Db db, Outbox outbox, Mailer mailer, TimeProvider time) : IHandle<Happened>
{
    /// <summary>The same thing that somebody has not read yet is not told again so soon.</summary>
    const int RepeatMinutes = 10;

    sealed record Subject
    {
        public required string Title { get; init; }
        public string? About { get; init; }
        public DateTime? StartsAt { get; init; }
        public Guid? PageId { get; init; }
    }

    sealed record Reader(Guid AccountId, string TimeZone, bool? InApp, EmailMode? Email, int? QuietFromHour, int? QuietUntilHour);

    public async Task Handle(Happened message, CancellationToken ct)
    {
        if (message.What() is not { } what) return;
        await using var transaction = await db.Begin(ct);
        var program = await ProgramNow(message, ct);
        var (today, now) = (await RegionTime.TodayAt(message.OrganizationId, db, time, ct), time.GetUtcNow().UtcDateTime);
        foreach (var rule in NotificationRules.Of(what.GetType()).Where(rule => rule.When(what, program)))
        {
            var kind = NotificationRules.Kinds[rule.Kind];
            if (await db.Maybe<Subject>(kind.Subject.Sql, message.Ids(), ct) is not { } subject) continue;
            foreach (var reader in await db.List<Reader>(Readers(rule.To), Who(message, rule.Kind, today, now), ct))
                await Tell(message, rule.Kind, kind, subject, reader, ct);
        }

        await transaction.CommitAsync(ct);
    }

    async Task Tell(Happened message, NotificationKind kind, KindFacts facts, Subject subject, Reader reader, CancellationToken ct)
    {
        var (now, email) = (time.GetUtcNow(), reader.Email ?? facts.Email);
        var id = Guid.CreateVersion7(now);
        var told = await db.Execute(Insert, new
        {
            Id = id, message.OrganizationId, message.RegionCode, reader.AccountId, message.EventId, Kind = kind.ToString(), Topic = facts.Topic.ToString(),
            subject.Title, subject.About, subject.StartsAt, Path = facts.Subject.PathOf(message, subject.PageId), message.SubjectId, message.ProgramId,
            message.At,
            InApp = reader.InApp ?? true, Email = email.ToString(), RepeatMinutes,
        }, ct);
        if (told == 0 || email != EmailMode.Now || !mailer.IsOn) return;

        var mayGo = !facts.Urgent && reader is { QuietFromHour: { } from, QuietUntilHour: { } until }
            ? new QuietHours(from, until).Pass(now, reader.TimeZone) : now;
        await outbox.Add(new MailDue(id), ct, mayGo > now ? mayGo : null);
    }

    async Task<ProgramStatus?> ProgramNow(Happened message, CancellationToken ct) =>
        message.ProgramId is not null && await db.Maybe<string>("select status from program where id = @ProgramId", message.Ids(), ct) is { } status
            ? Enum.Parse<ProgramStatus>(status) : null;

    static object Who(Happened message, NotificationKind kind, DateOnly today, DateTime now) => new
    {
        message.SubjectId, message.ProgramId, message.OrganizationId, message.RegionCode, message.Caller,
        Concerned = message.Concerned?.ToArray() ?? [], Kind = kind.ToString(), Today = today, Now = now,
    };

    static string Readers(Audience[] audiences) => $"""
        with audience (account_id) as ({string.Join("\nunion\n", audiences.Select(one => one.Accounts))})
        select who.account_id, {NotificationSql.TimeZoneOf("a")} time_zone, c.in_app, c.email, {NotificationSql.Quiet}
          from audience who
          join identity.account a on a.id = who.account_id
          left join notification_choice c on c.account_id = a.id and c.kind = @Kind
          left join notification_setting s on s.account_id = a.id
         where a.id::text <> @Caller
        """;

    const string Insert = """
        insert into notification (region_code, id, organization_id, account_id, event_id, kind, topic, title, about, starts_at, path, subject_id, program_id,
            at, in_app, email)
        select @RegionCode, @Id, @OrganizationId, @AccountId, @EventId, @Kind, @Topic, @Title, @About, @StartsAt, @Path, @SubjectId, @ProgramId, @At, @InApp,
               @Email
         where not exists (
            select from notification n
             where n.account_id = @AccountId and n.kind = @Kind and n.path = @Path and n.in_app and n.read_at is null and n.starts_at is not distinct
                from @StartsAt
               and n.about is not distinct from @About and n.at > @At::timestamptz - make_interval(mins => @RepeatMinutes))
        on conflict on constraint notification_once do nothing
        """;
}

static class HappenedIds
{
    /// <summary>What the queries of subjects are asked with.</summary>
    public static object Ids(this Happened happened) => new { happened.SubjectId, happened.ProgramId, happened.OrganizationId };
}
