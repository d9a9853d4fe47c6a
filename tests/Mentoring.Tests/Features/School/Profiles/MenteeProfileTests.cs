using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Profiles;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Profiles;

/// <summary>Mentees design themselves: an image, difficulties in their own order, steps.</summary>
[Covers(nameof(GetMenteeProfile), nameof(ListMentees), nameof(ReachSelfStep), nameof(SaveMenteeProfile),
    nameof(SetMenteeStatus))]
public sealed class MenteeProfileTests : ProfileTest
{
    [Test]
    public async Task The_order_is_the_mentees_and_what_is_left_out_is_closed()
    {
        var (person, client) = await Teacher("Ученица");
        await client.Put(Of(person, "mentee-profile"), Wants()).Ok();
        var seen = await client.GetAsync(Of(person, "mentee-profile")).Ok();
        var second = (string?)seen["difficulties"]![1]!["id"];

        await client.Put(Of(person, "mentee-profile"),
            Wants(1, w => w["difficulties"] = new JsonArray(Difficulty("Оценивание проектов", 2, second), Difficulty("Родители", 2)))).Ok();
        seen = await client.GetAsync(Of(person, "mentee-profile")).Ok();
        Assert.That(seen["difficulties"]!.AsArray().Select(d => (string?)d!["text"]), Is.EqualTo(new[] { "Оценивание проектов", "Родители" }));
        Assert.That((string?)seen["difficulties"]![0]!["id"], Is.EqualTo(second));
        Assert.That(seen["overcome"]!.AsArray().Select(d => (string?)d!["text"]), Is.EqualTo(new[] { "Тишина на уроке" }));
    }

    [Test]
    public async Task A_step_is_reached_with_a_reflection_and_stays()
    {
        var (person, client) = await Teacher("Шагова");
        await client.Put(Of(person, "mentee-profile"), Wants()).Ok();
        var step = (string?)(await client.GetAsync(Of(person, "mentee-profile")).Ok())["steps"]![0]!["id"];
        await client.Put($"/api/v1/self-steps/{step}/done", new { reflection = "" }).PointsTo("/reflection");
        await client.Put($"/api/v1/self-steps/{step}/done", new { reflection = "Увидела, как держать темп" }).Ok();
        await Mentor.Put($"/api/v1/self-steps/{step}/done", new { reflection = "x" }).IsProblem(404, "not-found");

        await client.Put(Of(person, "mentee-profile"), Wants(1, w => w["steps"] = new JsonArray())).Ok();
        var steps = (await client.GetAsync(Of(person, "mentee-profile")).Ok())["steps"]!.AsArray();
        Assert.That(steps.Select(s => (string?)s!["reflection"]), Is.EqualTo(new[] { "Увидела, как держать темп" }));
    }

    [Test]
    public async Task Somebody_elses_difficulty_is_not_changed_by_its_id()
    {
        var (first, firstClient) = await Teacher("Одна");
        await firstClient.Put(Of(first, "mentee-profile"), Wants()).Ok();
        var id = (string?)(await firstClient.GetAsync(Of(first, "mentee-profile")).Ok())["difficulties"]![0]!["id"];
        var (second, secondClient) = await Teacher("Другая");
        await secondClient.Put(Of(second, "mentee-profile"), Wants(0, w => w["difficulties"] = new JsonArray(Difficulty("Чужое", 1, id)))).Ok();
        Assert.That((string?)(await firstClient.GetAsync(Of(first, "mentee-profile")).Ok())["difficulties"]![0]!["text"], Is.EqualTo("Тишина на уроке"));
        Assert.That((await secondClient.GetAsync(Of(second, "mentee-profile")).Ok())["difficulties"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_mentee_closes_and_opens_and_the_school_says_matched()
    {
        var (person, client) = await Teacher("Искомая");
        await client.Put(Of(person, "mentee-profile"), Wants()).Ok();
        await client.Put(Of(person, "mentee-profile/status"), new { version = 1, status = "Matched" }).IsProblem(409, "profile.schools-word");
        await Curator.Put(Of(person, "mentee-profile/status"), new { version = 1, status = "Matched" }).Ok();
        await client.Put(Of(person, "mentee-profile/status"), new { version = 1, status = "Closed" }).IsProblem(412, "version.stale");
        await client.Put(Of(person, "mentee-profile/status"), new { version = 2, status = "Closed" }).Ok();
        await client.Put(Of(person, "mentee-profile/status"), new { version = 3, status = "Closed" }).IsProblem(409, "profile.step-not-now");
    }

    [Test]
    public async Task A_colleague_and_another_school_find_nothing()
    {
        var (person, client) = await Teacher("Тихая");
        await client.Put(Of(person, "mentee-profile"), Wants()).Ok();
        foreach (var other in (HttpClient[])[Mentor, Stranger, Council])
        {
            if (other != Council) await other.GetAsync(Of(person, "mentee-profile")).IsProblem(404, "not-found");
            else await other.GetAsync(Of(person, "mentee-profile")).IsProblem(403, "permission.missing");
        }

        await Stranger.Put(Of(person, "mentee-profile"), Wants(1)).IsProblem(404, "not-found");
        await Stranger.Put(Of(person, "mentee-profile/status"), new { version = 1, status = "Closed" }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        var (person, client) = await Teacher("Ошибкина");
        await client.Put(Of(person, "mentee-profile"), Wants(0, w => w["difficulties"]![1]!["level"] = 4)).PointsTo("/difficulties/1/level");
        await client.Put(Of(person, "mentee-profile"), Wants(0, w => w["difficulties"]![0]!["areaCode"] = "magic"))
            .PointsTo("/difficulties/0/areaCode", "profile.code-unknown");
        await client.Put(Of(person, "mentee-profile"), Wants(0, w => w["categories"] = new JsonArray("lazy")))
            .PointsTo("/categories/0", "profile.code-unknown");
        await client.Put(Of(person, "mentee-profile"), Wants(0, w => w["steps"]![0]!["text"] = "")).PointsTo("/steps/0/text");
    }

    [Test]
    public async Task The_school_lists_its_mentees()
    {
        var (person, client) = await Teacher("Перечнева");
        await client.Put(Of(person, "mentee-profile"), Wants(0, w => w["subjects"] = new JsonArray("music"))).Ok();
        var found = (await Curator.GetAsync(AtSchool("mentees?subject=music&withProgram=false")).Ok())["items"]!.AsArray();
        Assert.That(found.Select(m => ((Guid)m!["personId"]!, (int)m["difficulties"]!)), Is.EqualTo(new[] { (person, 2) }));
        await Stranger.GetAsync(AtSchool("mentees")).IsProblem(404, "not-found");
        await Council.GetAsync(AtSchool("mentees")).IsProblem(403, "permission.missing");
        await Curator.GetAsync(AtSchool("mentees?size=500")).PointsTo("/size");
    }
}
