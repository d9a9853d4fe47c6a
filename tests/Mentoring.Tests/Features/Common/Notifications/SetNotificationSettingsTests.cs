using System.Text.Json.Nodes;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Notifications;

[Covers(nameof(GetNotificationSettings), nameof(SetNotificationSettings))]
public sealed class SetNotificationSettingsTests : NotificationTest
{
    [Test]
    public async Task Whoever_chose_nothing_has_quiet_nights_in_the_regions_time()
    {
        var settings = await Mentee.GetAsync(Settings).Ok();
        Assert.Multiple(() =>
        {
            Assert.That(((int?)settings["quietFromHour"], (int?)settings["quietUntilHour"], (int)settings["digestHour"]!), Is.EqualTo(((int?)21, (int?)7, 8)));
            Assert.That((string?)settings["timeZone"], Is.EqualTo("Europe/Moscow"));
            Assert.That((string?)Choice(settings, "MeetingPlanned")["email"], Is.EqualTo("Now"));
            Assert.That(Kinds(settings), Does.Not.Contain("ProgramAwaitsHead"));
        });
    }

    [Test]
    public async Task What_is_switched_off_does_not_appear()
    {
        await Mentee.Put(Settings, Chosen(0, new { kind = "MeetingPlanned", inApp = false, email = "Off" })).Ok();
        await Plan(TimeSpan.FromDays(3));
        Assert.That(await Told(Mentee), Is.Empty);

        var settings = await Mentee.GetAsync(Settings).Ok();
        Assert.That(((bool)Choice(settings, "MeetingPlanned")["inApp"]!, (bool)Choice(settings, "MeetingMoved")["inApp"]!, (int)settings["version"]!),
            Is.EqualTo((false, true, 1)));
    }

    [Test]
    public async Task Two_windows_do_not_overwrite_each_other()
    {
        await Mentee.Put(Settings, Chosen(0)).Ok();
        await Mentee.Put(Settings, Chosen(0)).IsProblem(412, "version.stale");
        await Mentee.Put(Settings, Chosen(1)).Ok();
    }

    [Test]
    public async Task What_makes_no_sense_is_pointed_to()
    {
        await Mentee.Put(Settings, new
        {
            version = 0, language = "fr", quietFromHour = 25, quietUntilHour = (int?)null, digestHour = 24,
            choices = Array.Empty<object>()
        }).PointsTo("/language");
        await Mentee.Put(Settings, new
        {
            version = 0, language = "ru", quietFromHour = 22, quietUntilHour = (int?)null, digestHour = 8,
            choices = Array.Empty<object>()
        }).PointsTo("/quietUntilHour");
        await Mentee.Put(Settings, Chosen(0, new { kind = "MeetingMoved", inApp = true, email = "Now" },
            new { kind = "MeetingMoved", inApp = true, email = "Off" })).PointsTo("/choices");
    }

    static object Chosen(int version, params object[] choices) =>
        new { version, language = "ru", quietFromHour = 22, quietUntilHour = 6, digestHour = 9, choices };

    static JsonNode Choice(JsonNode settings, string kind) => settings["choices"]!.AsArray().Single(choice => (string?)choice!["kind"] == kind)!;

    static IEnumerable<string?> Kinds(JsonNode settings) => settings["choices"]!.AsArray().Select(choice => (string?)choice!["kind"]);
}
