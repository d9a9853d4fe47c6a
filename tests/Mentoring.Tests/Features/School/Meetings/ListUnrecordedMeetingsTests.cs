using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Meetings;

[Covers(nameof(ListUnrecordedMeetings))]
public sealed class ListUnrecordedMeetingsTests : MeetingTest
{
    string OfSchool => $"/api/v1/organizations/{School.Id}/meetings";

    [SetUp]
    public Task NothingWaits() => Sql.ExecuteAsync("update meeting set status = 'Cancelled' where status = 'Planned'");

    [Test]
    public async Task What_is_over_and_not_recorded_is_listed_the_oldest_first_until_somebody_says_what_came_of_it()
    {
        var (first, second) = (await Begun(), await Begun());
        var ahead = await Plan(TimeSpan.FromHours(5));
        Assert.That((await Waiting(), await Counted()), Is.EqualTo((Listed(first, second), 2)), "what lies ahead waits for nobody");

        var one = (await Curator.GetAsync($"{OfSchool}/unrecorded").Ok())["items"]![0]!;
        Assert.That(((bool)one["mayWrite"]!, (string?)one["meeting"]!["status"]), Is.EqualTo((true, "Planned")));
        Assert.That((string?)one["mentees"], Is.Not.Empty);
        await Mentor.Post($"/api/v1/meetings/{first}/hold", new { version = 1, summary = "Разобрали урок" }).Ok();
        Assert.That((await Waiting(), await Counted()), Is.EqualTo((Listed(second), 1)));

        Clock.Advance(TimeSpan.FromHours(9));
        Assert.That(await Waiting(), Is.EqualTo(Listed(second, ahead)));
    }

    [Test]
    public async Task A_meeting_that_goes_on_is_not_late_and_one_of_an_ended_program_asks_nobody()
    {
        var id = await Plan(TimeSpan.FromHours(1));
        Clock.Advance(TimeSpan.FromMinutes(75));
        Assert.That(await Waiting(), Is.Empty);
        Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.That(await Waiting(), Is.EqualTo($"{id}"));
        await Sql.ExecuteAsync("update program set status = 'Completed', finished_at = now() where id = @Program", new { Program });
        Assert.That(await Waiting(), Is.Empty);
    }

    [Test]
    public async Task It_comes_page_by_page()
    {
        Guid[] ids = [await Begun(), await Begun(), await Begun()];
        var found = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await Curator.GetAsync($"{OfSchool}/unrecorded?size=2{(cursor is null ? "" : $"&cursor={cursor}")}").Ok();
            found.AddRange(page["items"]!.AsArray().Select(item => (Guid)item!["meeting"]!["id"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        Assert.That(found, Is.EqualTo(ids));
        await Curator.GetAsync($"{OfSchool}/unrecorded?size=0").PointsTo("/size");
    }

    [Test]
    public async Task Nobody_of_another_school_reads_it()
    {
        var stranger = await As(Role.Curator, await World.School());
        await stranger.GetAsync($"{OfSchool}/unrecorded").IsProblem(404, "not-found");
        await (await As(Role.SiteEditor, School.Id)).GetAsync($"{OfSchool}/unrecorded").IsProblem(403, "permission.missing");
    }

    async Task<string> Waiting() => string.Join(' ', (await Curator.GetAsync($"{OfSchool}/unrecorded").Ok())["items"]!.AsArray().Select(IdOf));

    async Task<int> Counted() => (int)(await Curator.GetAsync(OfSchool).Ok())["unrecorded"]!;

    static Guid IdOf(JsonNode? item) => (Guid)item!["meeting"]!["id"]!;

    static string Listed(params Guid[] ids) => string.Join(' ', ids);
}
