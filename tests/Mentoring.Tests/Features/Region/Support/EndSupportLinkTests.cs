using Dapper;
using Mentoring.Api.Features.Region.Support;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

[Covers(nameof(EndSupportLink), nameof(ReviseSupportLink))]
public sealed class EndSupportLinkTests : SupportTest
{
    string At(Guid link) => $"{Links(Centre)}/{link}";

    object End(int days = 0, int version = 1, string reason = "Соглашение расторгнуто") => new { version, on = $"{Today.AddDays(days):O}", reason };

    object Revised(int from = 0, int? until = null, int version = 1, string agreement = "Соглашение № 15") => new
    {
        version, startsOn = $"{Today.AddDays(from):O}", endsOn = until is { } days ? $"{Today.AddDays(days):O}" : null, agreement,
    };

    [Test]
    public async Task It_ends_on_a_day_with_a_reason_and_both_sides_are_told()
    {
        var (head, second) = (await World.Account(Role.Head, School), await World.Account(Role.CentreHead, Centre));
        var link = await Opened(from: -30);
        Assert.That(await Told(head), Is.EqualTo(new[] { "SupportBegun" }));
        var ended = await CentreHead.Post($"{At(link)}/end", End()).Ok();
        Assert.That(((string?)ended["state"], (string?)ended["endsOn"], (int)ended["version"]!), Is.EqualTo(("Ended", $"{Today:O}", 2)));
        Assert.That(await Told(head), Is.EquivalentTo(new[] { "SupportBegun", "SupportStopped" }));
        Assert.That(await Told(second), Is.EquivalentTo(new[] { "SupportAssigned", "SupportedLeft" }));
        await CentreHead.Post($"{At(link)}/end", End(version: 2)).IsProblem(409, "support.over");
        await CentreHead.Put(At(link), Revised(version: 2)).IsProblem(409, "support.over");
        await Opened();
    }

    [Test]
    public async Task An_end_to_come_leaves_it_in_force_until_then_and_can_be_taken_back()
    {
        var link = await Opened(from: -30);
        Assert.That((string?)(await CentreHead.Post($"{At(link)}/end", End(10)).Ok())["state"], Is.EqualTo("InForce"));
        var revised = await CentreHead.Put(At(link), Revised(from: -30, until: 200, version: 2)).Ok();
        Assert.That(((string?)revised["state"], (string?)revised["endsOn"]), Is.EqualTo(("InForce", $"{Today.AddDays(200):O}")));
        Assert.That(await Sql.QuerySingleAsync<(string, string?)>("select agreement, end_reason from support_link where id = @link", new { link }),
            Is.EqualTo(("Соглашение № 15", (string?)null)));
    }

    [Test]
    public async Task One_that_has_not_begun_can_be_taken_back_as_if_it_had_never_been()
    {
        var link = await Opened(from: 10, until: 100);
        Assert.That((string?)(await CentreHead.Post($"{At(link)}/end", End(10)).Ok())["state"], Is.EqualTo("Ended"));
        await Opened(from: 10, until: 100);
    }

    [Test]
    public async Task It_is_not_made_longer_into_the_days_of_another()
    {
        var link = await Opened(from: -30, until: 30);
        await Opened(from: 30, until: 60);
        await CentreHead.Put(At(link), Revised(from: -30, until: 31)).IsProblem(409, "support.link-twice");
        await CentreHead.Put(At(link), Revised(from: -30, until: 30)).Ok();
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to_and_what_is_old_is_refused()
    {
        var link = await Opened(from: -30, until: 30);
        await CentreHead.Post($"{At(link)}/end", End(31)).PointsTo("/on", "support.end-day");
        await CentreHead.Post($"{At(link)}/end", End(-31)).PointsTo("/on", "support.end-day");
        await CentreHead.Post($"{At(link)}/end", End(reason: "")).PointsTo("/reason");
        await CentreHead.Post($"{At(link)}/end", End(version: 2)).Gives(412);
        await CentreHead.Put(At(link), Revised(from: -30, until: 0)).PointsTo("/endsOn", "support.end-it");
        await CentreHead.Put(At(link), Revised(until: -1)).PointsTo("/endsOn");
        await CentreHead.Put(At(link), Revised(agreement: "")).PointsTo("/agreement");
        await CentreHead.Put(At(link), Revised(version: 2)).Gives(412);
    }

    [Test]
    public async Task The_region_of_the_school_does_it_too_and_nobody_else()
    {
        var link = await Opened(from: -30);
        var other = await As(Role.CentreHead, await Body(kind: "Institute"));
        foreach (var stranger in (HttpClient[])[other, await As(Role.RegionalCoordinator, World.OtherRegion)])
        {
            await stranger.Post($"{At(link)}/end", End()).IsProblem(404, "not-found");
            await stranger.Put(At(link), Revised()).IsProblem(404, "not-found");
        }

        await (await As(Role.Head, School)).Post($"{At(link)}/end", End()).IsProblem(403, "permission.missing");
        await (await As(Role.Tutor, Centre)).Put(At(link), Revised()).IsProblem(403, "permission.missing");
        await CentreHead.Post($"{At(Guid.NewGuid())}/end", End()).IsProblem(404, "not-found");
        await Coordinator.Post($"{At(link)}/end", End()).Ok();
    }
}
