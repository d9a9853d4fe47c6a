using System.Globalization;
using Dapper;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Mentoring.Tests.Features.Common.Notifications;

public sealed class SendMailTests : NotificationTest
{
    readonly SmtpSink _sink = new();

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Mail:Host", "127.0.0.1");
        host.UseSetting("Mail:Port", _sink.Port.ToString(CultureInfo.InvariantCulture));
        host.UseSetting("Mail:Security", "None");
        host.UseSetting("Mail:From", "Наставничество <platform@school.example>");
        host.UseSetting("Mail:Address", "https://mentoring.example/");
    }

    [SetUp]
    public void Begin()
    {
        _sink.Refuses = false;
        _sink.Clear();
    }

    [OneTimeTearDown]
    public async Task End() => await _sink.DisposeAsync();

    [Test]
    public async Task A_letter_says_what_when_and_where_without_names()
    {
        At(12);
        await Plan(TimeSpan.FromDays(3));
        await Drain();

        var (to, letter) = _sink.Letters.Single();
        var text = letter.TextBody!;
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(to, Is.EqualTo(await AddressOf(School.MenteeAccount)));
            Assert.That(letter.From.ToString(), Does.Contain("platform@school.example"));
            Assert.That(letter.Subject, Is.EqualTo("Назначена встреча: Первый год в школе"));
            Assert.That(text, Does.Contain("Первый урок").And.Contain($"https://mentoring.example/programs/{Program}?tab=meetings")
                .And.Contain("https://mentoring.example/profile"));
            Assert.That(text, Does.Contain(TimeZoneInfo.ConvertTime(Clock.GetUtcNow().AddDays(3), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))
                .ToString("HH:mm", CultureInfo.InvariantCulture)));
            Assert.That(text, Does.Not.Contain("Наставникова").And.Not.Contain("Новичкова"));
        });
        await Drain();
        Assert.That(_sink.Letters, Has.Count.EqualTo(1), "once");
    }

    [Test]
    public async Task In_quiet_hours_a_letter_waits_for_the_morning()
    {
        At(23);
        await Plan(TimeSpan.FromDays(3));
        await Drain();
        var due = await Sql.QuerySingleAsync<DateTime>("select due_at from outbox_message where type = 'MailDue'");
        Assert.That(_sink.Letters, Is.Empty);
        Assert.That(TimeZoneInfo.ConvertTimeFromUtc(due, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")).TimeOfDay, Is.EqualTo(TimeSpan.FromHours(7)));

        await Sql.ExecuteAsync("update outbox_message set due_at = now()");
        await Drain();
        Assert.That(_sink.Letters, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_was_read_meanwhile_is_not_sent()
    {
        At(23);
        await Plan(TimeSpan.FromDays(3));
        var told = (await Told(Mentee)).Single();
        await Mentee.Put($"{Inbox}/{told["id"]}/read", new { read = true }).Ok();
        await Sql.ExecuteAsync("update outbox_message set due_at = now()");
        await Drain();
        Assert.That(_sink.Letters, Is.Empty);
    }

    [Test]
    public async Task A_server_that_refuses_is_tried_again()
    {
        At(12);
        _sink.Refuses = true;
        await Plan(TimeSpan.FromDays(3));
        await Drain();
        Assert.That(await Sql.QuerySingleAsync<int>("select attempts from outbox_message where type = 'MailDue' and processed_at is null"), Is.EqualTo(1));

        _sink.Refuses = false;
        await Sql.ExecuteAsync("update outbox_message set due_at = now()");
        await Drain();
        Assert.That(_sink.Letters, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_daily_letter_comes_once_a_day_at_the_readers_hour_in_the_readers_language()
    {
        At(12);
        await Mentee.Put(Settings, new
        {
            version = 0, language = "en", quietFromHour = (int?)null, quietUntilHour = (int?)null, digestHour = 18,
            choices = new[] { new { kind = "MeetingPlanned", inApp = true, email = "Digest" } },
        }).Ok();
        await Plan(TimeSpan.FromDays(3));
        await Plan(TimeSpan.FromDays(4));
        await Drain();
        await Digests();
        Assert.That(_sink.Letters, Is.Empty, "not at noon");

        At(18);
        await Digests();
        await Digests();
        var (_, letter) = _sink.Letters.Single();
        Assert.That((letter.Subject, letter.TextBody!.Split("A meeting was planned").Length - 1), Is.EqualTo(("Notifications of the day: 2", 2)));

        await Plan(TimeSpan.FromDays(5));
        await Drain();
        await Digests();
        Assert.That(_sink.Letters, Has.Count.EqualTo(1), "tomorrow");
        Clock.Advance(TimeSpan.FromDays(1));
        await Digests();
        Assert.That(_sink.Letters, Has.Count.EqualTo(2));
    }

    Task Digests() => Run<SendDigests>(job => job.Run(default));

    Task<string> AddressOf(Guid account) => Sql.QuerySingleAsync<string>("select email from identity.account where id = @account", new { account });

    /// <summary>Moves the clock on to this hour of the school's day.</summary>
    void At(int hour)
    {
        var local = TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var wanted = local.Date.AddHours(hour).AddMinutes(5);
        if (wanted <= local.DateTime) wanted = wanted.AddDays(1);
        Clock.Advance(wanted - local.DateTime);
    }
}
