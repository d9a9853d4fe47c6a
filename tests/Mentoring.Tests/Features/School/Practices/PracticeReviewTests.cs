using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Practices;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Practices;

[Covers(nameof(AssignPracticeReviewers))]
public sealed class PracticeReviewTests : PracticeTest
{
    [Test]
    public async Task Reviews_are_kept_by_round_and_the_latest_round_decides()
    {
        var id = await Drafted();
        await InReview(id);
        await Review(Members[0], id, "Мало данных").Ok();
        await Review(Members[1], id, "Нет листов").Ok();
        await Step(Chair.Client, id, "decide", 3, ("selected", false), ("comment", "Допишите результаты"));
        await InReview(id, version: 4);

        await Chair.Client.Post($"/api/v1/practices/{id}/decide", new { version = 6, selected = true, comment = "Да" })
            .IsProblem(409, "practice.reviews-missing");
        await Review(Members[0], id, "Теперь полно").Ok();
        var (chair, author, member) = (await Read(Chair.Client, id), await Read(Mentor, id), await Read(Members[0].Client, id));
        Assert.That((int)chair["round"]!, Is.EqualTo(2));
        Assert.That(Comments(chair), Is.EquivalentTo(new[] { (2, "Теперь полно"), (2, null), (1, "Мало данных"), (1, "Нет листов") }));
        Assert.That(Comments(author), Is.EquivalentTo(new[] { (1, "Мало данных"), (1, "Нет листов") }), "the round that is open is not theirs to read yet");
        Assert.That(Comments(member), Is.EqualTo(new[] { (2, "Теперь полно"), (1, "Мало данных") }), "a reviewer reads the own ones");

        await Review(Members[1], id, "Согласна").Ok();
        await Step(Chair.Client, id, "decide", 6, ("selected", true), ("comment", "Отобрана"));
    }

    [Test]
    public async Task Authors_are_never_told_whose_a_review_is()
    {
        var id = await Drafted();
        await Published(id);
        var reviews = (await Read(Mentor, id))["reviews"]!.AsArray();
        Assert.That(reviews, Has.Count.EqualTo(2));
        Assert.That(reviews.Select(one => one!["reviewerName"]).Concat(reviews.Select(one => one!["reviewedAt"])), Is.All.Null);
        Assert.That((await Read(Mentor, id)).ToJsonString(), Does.Not.Contain($"{Members[0].Person}").And.Not.Contain("Первая"));
        Assert.That((await Read(Chair.Client, id))["reviews"]!.AsArray().Select(one => (string?)one!["reviewerName"]), Has.Some.Contains("Первая"));
    }

    [Test]
    public async Task Whoever_left_the_council_is_neither_waited_for_nor_reviews()
    {
        var leaver = await Seat("Member", "Уходящая");
        var id = await Drafted();
        await Step(Mentor, id, "submit", 1);
        await Step(Chair.Client, id, "reviewers", 2, ("personIds", new[] { Members[0].Person, leaver.Person }));
        Assert.That(Awaited(await Read(Chair.Client, id)), Is.EqualTo(2));
        await Sql.ExecuteAsync("update council_seat set status = 'Ended', ended_on = started_on where person_id = @Person", new { leaver.Person });

        Assert.That(Awaited(await Read(Chair.Client, id)), Is.EqualTo(1));
        Assert.That((bool)(await Read(leaver.Client, id))["mayReview"]!, Is.False);
        await Review(leaver, id).IsProblem(403, "practice.not-asked");
        await Chair.Client.Post($"/api/v1/practices/{id}/reviewers", new { version = 3, personIds = new[] { leaver.Person } })
            .PointsTo("/personIds", "practice.reviewer-unfit");
        await Step(Chair.Client, id, "reviewers", 3, ("personIds", new[] { Members[1].Person }));
        await Review(Members[0], id).Ok();
        await Review(Members[1], id).Ok();
        Assert.That((int)(await Read(Chair.Client, id))["round"]!, Is.EqualTo(1), "others are asked in the same round");
        await Step(Chair.Client, id, "decide", 4, ("selected", true), ("comment", "Отобрана"));
    }

    [Test]
    public async Task A_chair_who_reviews_reads_the_others_afterwards()
    {
        var id = await Drafted();
        await Step(Mentor, id, "submit", 1);
        var alone = await Chair.Client.Post($"/api/v1/practices/{id}/reviewers", new { version = 2, personIds = new[] { Chair.Person } })
            .IsProblem(400, "practice.reviewers-number");
        Assert.That((string?)alone["detail"], Does.Contain("2").And.Contain("5"));
        await Step(Chair.Client, id, "reviewers", 2, ("personIds", new[] { Members[0].Person, Chair.Person }));
        await Review(Members[0], id).Ok();
        var before = await Read(Chair.Client, id);
        Assert.That(Comments(before).Select(one => one.Comment), Is.All.Null, "the own one is to be written first");
        Assert.That(before["reviews"]!.AsArray().Count(one => (bool)one!["closed"]!), Is.EqualTo(1));
        await Review(Chair, id, "Да").Ok();
        Assert.That(Comments(await Read(Chair.Client, id)), Is.EquivalentTo(new[] { (1, "Да"), (1, "Понятно и полезно") }));
    }

    static int Awaited(JsonNode practice) => practice["reviews"]!.AsArray().Count(one => (bool)one!["awaited"]!);

    static (int Round, string? Comment)[] Comments(JsonNode practice) =>
        [.. practice["reviews"]!.AsArray().Select(one => ((int)one!["round"]!, (string?)one["comment"]))];
}
