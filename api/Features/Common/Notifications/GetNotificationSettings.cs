using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>How the caller wants to be told, kind by kind.</summary>
public static class GetNotificationSettings
{
    public static void Map(RouteGroupBuilder settings) =>
        settings.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(GetNotificationSettings), Permission.SignedIn);

    public sealed record Query : IQuery<Result>;

    /// <param name="Language">Of e-mails: `ru` or `en`.</param>
    /// <param name="QuietFromHour">From this hour on no e-mail comes; null when any hour will do.</param>
    /// <param name="QuietUntilHour">The first hour in which e-mails come again.</param>
    /// <param name="DigestHour">From when on the daily e-mail comes.</param>
    /// <param name="TimeZone">The IANA zone in which these hours are meant: that of the region where the caller works.</param>
    /// <param name="MailOn">Whether this installation sends e-mail at all.</param>
    /// <param name="Choices">The kinds that can reach the caller in the caller's roles.</param>
    /// <param name="Version">To be given with the next change.</param>
    public sealed record Result(
        string Language, int? QuietFromHour, int? QuietUntilHour, int DigestHour, string TimeZone, bool MailOn, IReadOnlyList<Choice> Choices, int Version);

    /// <param name="InApp">It appears in the inbox.</param>
    public sealed record Choice(NotificationKind Kind, NotificationTopic Topic, bool InApp, EmailMode Email);

    sealed record Row(string? Language, int? QuietFromHour, int? QuietUntilHour, int? DigestHour, int? Version, string TimeZone);

    sealed record Chosen(string Kind, bool InApp, string Email);

    public sealed class Handler(Db db, Caller caller, Mailer mailer) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var account = caller.Owner() ?? throw new Forbidden("caller.not-a-person");
            return await db.Many(Sql, new { account }, async results =>
            {
                var row = await results.ReadSingleAsync<Row>();
                var chosen = (await results.ReadAsync<Chosen>()).ToDictionary(choice => choice.Kind);
                return new Result(row.Language ?? "ru", row.QuietFromHour, row.QuietUntilHour, row.DigestHour ?? 8, row.TimeZone, mailer.IsOn,
                    [.. NotificationRules.KindsFor(caller.Grants).Select(kind => Of(kind, chosen.GetValueOrDefault(kind.ToString())))], row.Version ?? 0);
            }, ct);
        }

        static Choice Of(NotificationKind kind, Chosen? chosen)
        {
            var facts = NotificationRules.Kinds[kind];
            return new(kind, facts.Topic, chosen?.InApp ?? true, chosen is null ? facts.Email : Enum.Parse<EmailMode>(chosen.Email));
        }
    }

    static readonly string Sql = $"""
        select s.language, {NotificationSql.Quiet}, s.digest_hour, s.version, {NotificationSql.TimeZoneOf("a")} time_zone
          from identity.account a left join notification_setting s on s.account_id = a.id
         where a.id = @account;

        select kind, in_app, email from notification_choice where account_id = @account;
        """;
}
