using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Notifications;

/// <summary>What the days bring to partnerships: a contract that ends soon, a next step whose day has passed.</summary>
public sealed class RemindOfDaysTests : NotificationTest
{
    string AtSchool(string part) => $"/api/v1/organizations/{School.Id}/{part}";

    Task Remind() => Run<RemindOfDays>(job => job.Run(default));

    async Task<Guid> Contract(Guid responsible, int endsIn = 40, bool signed = true, string number = "12-Н")
    {
        var id = (Guid)(await Curator.Post(AtSchool("partner-contracts"), new
        {
            kind = "Cooperation", partnerOrganizationId = (Guid?)null, partnerName = "Педагогический институт", subject = "Практика", number,
            signedOn = $"{Now:O}", startsOn = $"{Now:O}", endsOn = $"{Now.AddDays(endsIn):O}",
            responsibleId = responsible,
        }).Gives(201))["id"]!;
        if (signed) await Curator.Post(AtSchool($"partner-contracts/{id}/move"), new { version = 1, step = "Sign" }).Ok();
        return id;
    }

    async Task<Guid> Step(Guid responsible, DateOnly due) => (Guid)(await Curator.Post(AtSchool("coordination"), new
    {
        kind = "Webinar", heldOn = $"{Now.AddDays(-10):O}", title = "Вебинар сообщества", agreed = "Общий семинар", contactIds = Array.Empty<Guid>(),
        contractIds = Array.Empty<Guid>(),
        next = new { text = "Согласовать день", dueOn = $"{due:O}", responsibleId = responsible },
    }).Gives(201))["id"]!;

    static IEnumerable<JsonNode> Of(IEnumerable<JsonNode> told, string kind) => told.Where(item => (string?)item["kind"] == kind);

    [TearDown]
    public Task Forget() => Sql.ExecuteAsync("delete from coordination_entry; delete from partner_contract");

    [Test]
    public async Task A_contract_is_told_of_a_month_and_a_week_before_it_ends()
    {
        var id = await Contract(School.Mentor);
        await Remind();
        Assert.That(await Kinds(Mentor), Is.Empty, "forty days are no hurry");

        await Sql.ExecuteAsync("update partner_contract set ends_on = @Day where id = @id", new { id, Day = Now.AddDays(30) });
        await Remind();
        await Remind();
        var own = Of(await Told(Mentor), "OwnContractEnding").Single();
        Assert.That(((string?)own["title"], (string?)own["about"], (string?)own["path"]),
            Is.EqualTo(("Педагогический институт", $"12-Н · Практика · {Now.AddDays(30):dd.MM.yyyy}", "/notifications")));
        Assert.That((string?)Of(await Told(Curator), "ContractEnding").Single()["path"], Is.EqualTo($"/school/{School.Id}/partners?warned=yes"));
        foreach (var other in (HttpClient[])[Mentee, Head, Council, Stranger]) Assert.That(await Kinds(other), Is.Empty);

        Clock.Advance(TimeSpan.FromDays(22));
        await Remind();
        Assert.That(Of(await Told(Mentor), "OwnContractEnding").Count(), Is.EqualTo(1));
        Clock.Advance(TimeSpan.FromDays(1));
        await Remind();
        await Remind();
        Assert.That(Of(await Told(Mentor), "OwnContractEnding").Count(), Is.EqualTo(2));
        Assert.That(Of(await Told(Curator), "ContractEnding").Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_contract_that_is_not_in_force_is_not_told_of()
    {
        await Contract(School.Mentor, 20, signed: false, number: "13-Н");
        var over = await Contract(School.Mentor, 5);
        await Curator.Post(AtSchool($"partner-contracts/{over}/move"), new { version = 2, step = "End", outcome = "Прошла практика" }).Ok();
        await Remind();
        Assert.That((await Kinds(Mentor)).Concat(await Kinds(Curator)), Has.None.Contains("Contract"));
    }

    [Test]
    public async Task A_next_step_is_told_of_once_its_day_has_passed_and_until_it_is_done()
    {
        await Step(School.Mentor, Now);
        await Remind();
        Assert.That(await Kinds(Mentor), Is.Empty, "its day is today");

        Clock.Advance(TimeSpan.FromDays(1));
        await Remind();
        await Remind();
        var own = Of(await Told(Mentor), "OwnStepOverdue").Single();
        Assert.That((string?)own["title"], Is.EqualTo("Вебинар сообщества"));
        Assert.That((string?)own["about"], Does.StartWith("Согласовать день · "));
        Assert.That((string?)Of(await Told(Curator), "NextStepOverdue").Single()["path"], Is.EqualTo($"/school/{School.Id}/partners?tab=log&open=yes"));
        foreach (var other in (HttpClient[])[Mentee, Head, Stranger]) Assert.That(await Kinds(other), Is.Empty);

        var done = await Step(School.Mentee, Now);
        await Curator.Post(AtSchool($"coordination/{done}/next-step/finish"), new { version = 1, result = "Согласован" }).Ok();
        Clock.Advance(TimeSpan.FromDays(1));
        await Remind();
        Assert.That(await Kinds(Mentee), Is.Empty);
    }

    [Test]
    public async Task A_curator_who_answers_for_it_is_told_once()
    {
        var person = await World.Teacher(School.Id, "Кураторова");
        var curator = As(await World.Account(Api.Platform.Role.Curator, School.Id, person));
        await Contract(person, 20);
        await Remind();
        Assert.That(await Kinds(curator), Is.EqualTo(new[] { "ContractEnding" }));
    }
}
