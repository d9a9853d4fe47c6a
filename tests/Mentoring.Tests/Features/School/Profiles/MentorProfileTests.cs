using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Profiles;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Profiles;

/// <summary>Mentors say what they offer; the school confirms it on measurable results.</summary>
[Covers(nameof(AddMentorResult), nameof(ConfirmMentorProfile), nameof(DecideMentorResult), nameof(GetMentorProfile),
    nameof(ListMentors), nameof(ListWorkplaces), nameof(PauseMentorProfile), nameof(ReopenMentorProfile),
    nameof(ReopenMentorResult), nameof(ResumeMentorProfile), nameof(SaveMentorProfile), nameof(WithdrawMentorResult))]
public sealed class MentorProfileTests : ProfileTest
{
    async Task<Guid> State(HttpClient by, Guid person) => (Guid)(await by.Post(Of(person, "mentor-profile/results"), Achievement()).Gives(201))["id"]!;

    /// <summary>A mentor with a confirmed profile; its version is 2.</summary>
    async Task<(Guid Person, HttpClient Client)> Confirmed(string name)
    {
        var (person, client) = await Teacher(name);
        await client.Put(Of(person, "mentor-profile"), Offer()).Ok();
        await Curator.Post($"/api/v1/mentor-results/{await State(client, person)}/decide", new { version = 1, confirmed = true }).Ok();
        Assert.That((string?)(await Curator.Post(Of(person, "mentor-profile/confirm"), new { version = 1 }).Ok())["status"], Is.EqualTo("Confirmed"));
        return (person, client);
    }

    [Test]
    public async Task A_profile_is_confirmed_by_the_school_on_a_confirmed_result()
    {
        var (person, client) = await Teacher("Первая");
        await client.Put(Of(person, "mentor-profile"), Offer()).Ok();
        await Curator.Post(Of(person, "mentor-profile/confirm"), new { version = 1 }).IsProblem(409, "profile.no-confirmed-result");

        var result = await State(client, person);
        await Curator.Post($"/api/v1/mentor-results/{result}/decide", new { version = 1, confirmed = false }).PointsTo("/comment");
        await Curator.Post($"/api/v1/mentor-results/{result}/decide", new { version = 1, confirmed = true }).Ok();
        await client.Post($"/api/v1/mentor-results/{result}/withdraw", new { version = 2 }).IsProblem(409, "profile.result-decided");
        await Curator.Post(Of(person, "mentor-profile/confirm"), new { version = 1 }).Ok();

        var seen = await client.GetAsync(Of(person, "mentor-profile")).Ok();
        Assert.That(((string?)seen["profile"]!["status"], (decimal)seen["results"]![0]!["valueAfter"]!, (bool)seen["own"]!),
            Is.EqualTo(("Confirmed", 72.5m, true)));
        Assert.That(seen["steps"]!.AsArray().Select(s => (string?)s), Is.EqualTo(new[] { "Revise", "Pause" }));
    }

    [Test]
    public async Task A_decision_on_a_result_is_taken_back_the_same_day()
    {
        var (person, client) = await Teacher("Пятая");
        await client.Put(Of(person, "mentor-profile"), Offer()).Ok();
        var result = await State(client, person);
        var path = $"/api/v1/mentor-results/{result}";
        await Curator.Post($"{path}/reopen", new { version = 1 }).IsProblem(409, "profile.result-undecided");
        await Curator.Post($"{path}/decide", new { version = 1, confirmed = false, comment = "Не тот год" }).Ok();
        await client.Post($"{path}/reopen", new { version = 2 }).IsProblem(403, "permission.missing");
        await Stranger.Post($"{path}/reopen", new { version = 2 }).IsProblem(404, "not-found");
        await Curator.Post($"{path}/reopen", new { version = 1 }).IsProblem(412, "version.stale");
        await Curator.Post($"{path}/reopen", new { }).PointsTo("/version");

        var reopened = await Curator.Post($"{path}/reopen", new { version = 2 }).Ok();
        Assert.That(((string?)reopened["status"], (int)reopened["version"]!), Is.EqualTo(("Stated", 3)));
        var seen = (await client.GetAsync(Of(person, "mentor-profile")).Ok())["results"]![0]!;
        Assert.That((seen["decidedOn"], seen["decidedByName"], seen["comment"]), Is.EqualTo((default(JsonNode), default(JsonNode), default(JsonNode))));

        await Curator.Post($"{path}/decide", new { version = 3, confirmed = true }).Ok();
        await Curator.Post(Of(person, "mentor-profile/confirm"), new { version = 1 }).Ok();
        await Curator.Post($"{path}/reopen", new { version = 4 }).IsProblem(409, "profile.rests-on-result");

        var other = await State(client, person);
        await Curator.Post($"/api/v1/mentor-results/{other}/decide", new { version = 1, confirmed = true }).Ok();
        await Sql.ExecuteAsync("update mentor_result set decided_on = decided_on - 1 where id = @other", new { other });
        await Curator.Post($"/api/v1/mentor-results/{other}/reopen", new { version = 2 }).IsProblem(409, "profile.result-decided-earlier");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_result_that_is_not_confirmed_its_mentor_takes_back(bool declined)
    {
        var (person, client) = await Teacher("Шестая");
        await client.Put(Of(person, "mentor-profile"), Offer()).Ok();
        var result = await State(client, person);
        var path = $"/api/v1/mentor-results/{result}";
        if (declined) await Curator.Post($"{path}/decide", new { version = 1, confirmed = false, comment = "Не тот год" }).Ok();
        await client.Post($"{path}/withdraw", new { version = 7 }).IsProblem(412, "version.stale");
        await client.Post($"{path}/withdraw", new { version = declined ? 2 : 1 }).Gives(204);
        await Curator.Post($"{path}/decide", new { version = declined ? 3 : 2, confirmed = true }).IsProblem(409, "profile.result-decided");
        Assert.That(await Sql.ExecuteScalarAsync<string>("select status from mentor_result where id = @result", new { result }), Is.EqualTo("Withdrawn"));
    }

    [Test]
    public async Task A_confirmation_of_a_profile_is_taken_back_the_same_day()
    {
        var (person, client) = await Confirmed("Шестая");
        var reopen = Of(person, "mentor-profile/reopen");
        Task<JsonNode> Seen() => Curator.GetAsync(Of(person, "mentor-profile")).Ok();
        Assert.That((await Seen())["steps"]!.AsArray().Select(s => (string?)s), Does.Contain("Reopen"));
        await client.Post(reopen, new { version = 2 }).IsProblem(403, "permission.missing");
        await Stranger.Post(reopen, new { version = 2 }).IsProblem(404, "not-found");
        await Curator.Post(reopen, new { version = 1 }).IsProblem(412, "version.stale");
        await Curator.Post(reopen, new { }).PointsTo("/version");

        var reopened = await Curator.Post(reopen, new { version = 2 }).Ok();
        Assert.That(((string?)reopened["status"], (int)reopened["version"]!), Is.EqualTo(("Draft", 3)));
        var profile = (await Seen())["profile"]!;
        Assert.That(((string?)profile["confirmedOn"], (string?)profile["confirmedByName"]), Is.EqualTo(((string?)null, (string?)null)));
        await Curator.Post(reopen, new { version = 3 }).IsProblem(409, "profile.step-not-now");

        await Curator.Post(Of(person, "mentor-profile/confirm"), new { version = 3 }).Ok();
        await Sql.ExecuteAsync("update mentor_profile set confirmed_on = confirmed_on - 1 where person_id = @person", new { person });
        await Curator.Post(reopen, new { version = 4 }).IsProblem(409, "profile.confirmed-earlier");
        Assert.That((await Seen())["steps"]!.AsArray().Select(s => (string?)s), Does.Not.Contain("Reopen"));
    }

    [Test]
    public async Task Another_offer_is_confirmed_anew_and_another_capacity_is_not()
    {
        var (person, client) = await Confirmed("Вторая");
        Assert.That((string?)(await client.Put(Of(person, "mentor-profile"), Offer(2, o => o["capacityPrograms"] = 5)).Ok())["status"],
            Is.EqualTo("Confirmed"));
        Assert.That((string?)(await client.Put(Of(person, "mentor-profile"), Offer(3, o => o["topics"] = new JsonArray("upbringing"))).Ok())["status"],
            Is.EqualTo("Draft"));
    }

    [Test]
    public async Task A_mentor_rests_and_returns()
    {
        var (person, client) = await Confirmed("Третья");
        await client.Post(Of(person, "mentor-profile/pause"), new { version = 2 }).Ok();
        await client.Post(Of(person, "mentor-profile/pause"), new { version = 3 }).IsProblem(409, "profile.step-not-now");
        Assert.That((string?)(await client.Post(Of(person, "mentor-profile/resume"), new { version = 3 }).Ok())["status"], Is.EqualTo("Confirmed"));
    }

    [Test]
    public async Task Nobody_confirms_what_they_say_of_themselves()
    {
        var person = await World.Teacher(School.Id, "Кураторова");
        var curator = As(await World.Account(Role.Curator, School.Id, person));
        await curator.Put(Of(person, "mentor-profile"), Offer()).Ok();
        var result = await State(curator, person);
        await curator.Post($"/api/v1/mentor-results/{result}/decide", new { version = 1, confirmed = true }).IsProblem(409, "profile.own");
        await curator.Post(Of(person, "mentor-profile/confirm"), new { version = 1 }).IsProblem(409, "profile.own");
    }

    [Test]
    public async Task A_colleague_and_another_school_find_nothing()
    {
        var (person, client) = await Teacher("Четвёртая");
        await client.Put(Of(person, "mentor-profile"), Offer()).Ok();
        foreach (var other in (HttpClient[])[Mentee, Stranger])
        {
            await other.GetAsync(Of(person, "mentor-profile")).IsProblem(404, "not-found");
            await other.Put(Of(person, "mentor-profile"), Offer(1)).IsProblem(404, "not-found");
            await other.Post(Of(person, "mentor-profile/pause"), new { version = 1 }).IsProblem(404, "not-found");
            await other.Post(Of(person, "mentor-profile/results"), Achievement()).IsProblem(404, "not-found");
        }

        await client.Post(Of(person, "mentor-profile/confirm"), new { version = 1 }).IsProblem(403, "permission.missing");
        await Stranger.Post(Of(person, "mentor-profile/confirm"), new { version = 1 }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        var (person, client) = await Teacher("Пятая");
        await client.Put(Of(person, "mentor-profile"), Offer(change: o => o["capacityPrograms"] = 21)).PointsTo("/capacityPrograms");
        await client.Put(Of(person, "mentor-profile"), Offer(change: o => o["subjects"] = new JsonArray("mathematics", "magic")))
            .PointsTo("/subjects/1", "profile.code-unknown");
        await client.Put(Of(person, "mentor-profile"), Offer(change: o => o["availableUntil"] = $"{Today.AddDays(-1):O}")).IsProblem(409, "profile.dates");
        await client.Put(Of(person, "mentor-profile"), Offer(7)).IsProblem(412, "version.stale");
        await client.Put(Of(person, "mentor-profile"), Offer()).Ok();
        await client.Post(Of(person, "mentor-profile/results"), new { text = "x", measure = "y", evidence = "z", achievedOn = $"{Today.AddDays(2):O}" })
            .PointsTo("/achievedOn", "profile.in-the-future");
        await client.Post(Of(person, "mentor-profile/results"), new { text = "", measure = "y", evidence = "z", achievedOn = $"{Today:O}" }).PointsTo("/text");
    }

    [Test]
    public async Task The_school_lists_its_mentors_by_what_they_offer()
    {
        var (person, client) = await Confirmed("Списочная");
        await client.Put(Of(person, "mentor-profile"), Offer(2, o => o["subjects"] = new JsonArray("chemistry"))).Ok();
        var found = (await Curator.GetAsync(AtSchool("mentors?subject=chemistry&free=true")).Ok())["items"]!.AsArray();
        Assert.That(found.Select(m => (Guid)m!["personId"]!), Is.EqualTo(new[] { person }));
        Assert.That((int)found[0]!["resultsConfirmed"]!, Is.EqualTo(1));
        Assert.That((await Council.GetAsync(AtSchool("mentors?search=списочная")).Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));

        var first = await Head.GetAsync(AtSchool("mentors?size=1")).Ok();
        var rest = await Head.GetAsync(AtSchool($"mentors?size=200&cursor={Uri.EscapeDataString((string)first["next"]!)}")).Ok();
        Assert.That(first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(m => (string?)m!["personId"]), Is.Unique);

        await Stranger.GetAsync(AtSchool("mentors")).IsProblem(404, "not-found");
        await Mentor.GetAsync(AtSchool("mentors")).IsProblem(403, "permission.missing");
        await Curator.GetAsync(AtSchool("mentors?size=0")).PointsTo("/size");

        await Sql.ExecuteAsync("update employment set ended_on = @Today where person_id = @person", new { Today, person });
        Assert.That((await Curator.GetAsync(AtSchool("mentors?search=списочная")).Ok())["items"]!.AsArray(), Is.Empty, "whoever has left offers nothing");
    }

    [Test]
    public async Task A_person_sees_where_they_work()
    {
        var (person, client) = await Teacher("Рабочая");
        var place = (await client.GetAsync("/api/v1/me/workplaces").Ok()).AsArray().Single()!;
        Assert.That(((Guid)place["organizationId"]!, (Guid)place["personId"]!, (string?)place["mentor"]), Is.EqualTo((School.Id, person, (string?)null)));
        await As(await World.Account()).GetAsync("/api/v1/me/workplaces").IsProblem(403, "permission.missing");
    }
}
