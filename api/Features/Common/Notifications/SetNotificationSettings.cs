using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>Says how the caller wants to be told; what comes from now on follows it.</summary>
public static class SetNotificationSettings
{
    public static void Map(RouteGroupBuilder settings) =>
        settings.MapPut("/", async (Command command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
            .Operation(nameof(SetNotificationSettings), Permission.SignedIn);

    /// <param name="Version">That was read; 0 the first time.</param>
    /// <param name="Language">Of e-mails: `ru` or `en`.</param>
    /// <param name="QuietFromHour">0 to 23; null together with `quietUntilHour`: e-mails come at any hour.</param>
    /// <param name="QuietUntilHour">0 to 23.</param>
    /// <param name="DigestHour">0 to 23.</param>
    /// <param name="Choices">Kinds that are left out keep what was chosen before.</param>
    public sealed record Command(int Version, string Language, int? QuietFromHour, int? QuietUntilHour, int DigestHour, IReadOnlyList<Choice> Choices)
        : ICommand<Result>;

    /// <param name="InApp">It appears in the inbox.</param>
    public sealed record Choice(NotificationKind Kind, bool InApp, EmailMode Email);

    public sealed record Result(int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Language).Must(language => language is "ru" or "en");
            RuleFor(c => c.DigestHour).InclusiveBetween(0, 23);
            RuleFor(c => c.QuietFromHour).InclusiveBetween(0, 23).NotEqual(c => c.QuietUntilHour).When(c => c.QuietFromHour is not null);
            RuleFor(c => c.QuietUntilHour).InclusiveBetween(0, 23);
            RuleFor(c => c.QuietUntilHour).NotNull().When(c => c.QuietFromHour is not null);
            RuleFor(c => c.QuietFromHour).NotNull().When(c => c.QuietUntilHour is not null);
            RuleFor(c => c.Choices).NotNull().Must(choices => choices.Count <= 200 && choices.DistinctBy(choice => choice.Kind).Count() == choices.Count);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var account = caller.Owner() ?? throw new Forbidden("caller.not-a-person");
            await db.Execute(Begin, new { account }, ct);
            var current = await db.One<int>("select version from notification_setting where account_id = @account for update", new { account }, ct);
            Stale.Unless(command.Version, current);
            await db.ExecuteOne(Save, new { account, command.Language, command.QuietFromHour, command.QuietUntilHour, command.DigestHour }, ct);
            await db.Execute(Choose, new
            {
                account, Kinds = command.Choices.Select(c => c.Kind.ToString()).ToArray(), InApp = command.Choices.Select(c => c.InApp).ToArray(),
                Emails = command.Choices.Select(c => c.Email.ToString()).ToArray(),
            }, ct);
            audit.AboutPlatform(new NotificationSettingsSet(command.Choices.Count));
            return new(current + 1);
        }
    }

    const string Begin = "insert into notification_setting (account_id, version) values (@account, 0) on conflict do nothing";

    const string Save = """
        update notification_setting set language = @Language, quiet_from_hour = @QuietFromHour, quiet_until_hour = @QuietUntilHour,
               digest_hour = @DigestHour, version = version + 1
         where account_id = @account
        """;

    const string Choose = """
        insert into notification_choice (account_id, kind, in_app, email)
        select @account, kind, in_app, email from unnest(@Kinds, @InApp, @Emails) chosen (kind, in_app, email)
        on conflict (account_id, kind) do update set in_app = excluded.in_app, email = excluded.email
        """;
}
