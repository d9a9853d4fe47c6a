using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Planning together in the draft, and changing a plan in force.</summary>
[Covers(nameof(CorrectPlan), nameof(DeclinePlanVersion), nameof(GetPlanVersion), nameof(ListPlanVersions),
    nameof(SignPlanVersion), nameof(WithdrawPlanVersion))]
public sealed class PlanVersionTests : ProgramTest
{
    async Task<JsonArray> Versions(Guid id, HttpClient? who = null) => (await (who ?? Curator).GetAsync($"{Path}/{id}/plan-versions").Ok()).AsArray();

    async Task<JsonObject> Correction(Guid id, Action<JsonObject>? change = null)
    {
        var program = await Read(id);
        var body = new JsonObject
        {
            ["version"] = (int)program["version"]!, ["reason"] = "Темп оказался другим",
            ["goals"] = new JsonArray([.. program["goals"]!.AsArray()
                .Select(g => Of(g!, "id", "areaCode", "difficulty", "goal", "measure", "measureBefore", "measureTarget"))]),
            ["activities"] = new JsonArray([.. program["activities"]!.AsArray()
                .Select(a => Of(a!, "id", "activity", "dueOn", "responsible", "expectedResult"))]),
        };
        change?.Invoke(body);
        return body;
    }

    static JsonObject Of(JsonNode row, params string[] names) => new(names.Select(n => KeyValuePair.Create(n, row[n]?.DeepClone())));

    JsonObject Revision(int version, Action<JsonObject> change) => Plan(p =>
    {
        p.Remove("organizationId");
        p["version"] = version;
        change(p);
    });

    [Test]
    public async Task Both_sides_edit_the_draft_and_sign_its_version()
    {
        var id = await Draft();
        ForgetGrants();
        await Mentee.Put($"{Path}/{id}", Revision(1, p => { p["content"] = "Помощь с уроками в пятом классе"; p["reason"] = "Это мне нужнее всего"; })).Ok();
        var versions = await Versions(id);
        Assert.That(versions.Select(v => ((int)v!["number"]!, (string?)v["status"], (string?)v["reason"])),
            Is.EqualTo(new[] { (2, "Current", "Это мне нужнее всего"), (1, "Superseded", null) }));

        await Mentor.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
        Assert.That(Names((await Versions(id))[0]!["missing"]), Is.EqualTo(new[] { "Новичкова Анна Петровна" }));
        await Mentee.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
        Assert.That((await Versions(id))[0]!["missing"]!.AsArray(), Is.Empty);

        var diff = await Mentor.GetAsync($"{Path}/{id}/plan-versions/2").Ok();
        Assert.That(diff["changes"]!.AsArray().Select(c => ((string?)c!["part"], (string?)c["before"], (string?)c["after"])),
            Is.EqualTo(new[] { ("Content", "Помощь в освоении профессии", "Помощь с уроками в пятом классе") }));
    }

    [Test]
    public async Task Participants_leave_people_and_pay_to_the_curator()
    {
        var id = await Draft();
        ForgetGrants();
        await Mentor.Put($"{Path}/{id}", Revision(1, p => p["payKopecks"] = 900_000)).IsProblem(403, "program.people-by-curator");
        await Mentor.Put($"{Path}/{id}", Revision(1, p => p["participants"]!.AsArray().RemoveAt(0))).PointsTo("/participants");
    }

    [Test]
    public async Task A_correction_in_force_holds_when_each_side_has_signed_and_keeps_what_is_done()
    {
        var id = await Active();
        var first = (await Read(id))["activities"]![0]!;
        await Mentee.Put($"{Path}/{id}/activities/{first["id"]}/done", new { version = 1, result = "Сделано" }).Ok();
        await Mentee.Post($"{Path}/{id}/plan-versions", await Correction(id, b => b["activities"]!.AsArray().RemoveAt(0)))
            .PointsTo("/activities", "plan.done-activity-kept");

        var state = await Mentee.Post($"{Path}/{id}/plan-versions", await Correction(id, b => b["activities"]![1]!["dueOn"] = $"{Today.AddDays(90):O}")).Ok();
        Assert.That((string?)state["status"], Is.EqualTo("Proposed"));
        Assert.That((string?)(await Read(id))["activities"]![1]!["dueOn"], Is.EqualTo($"{Today.AddDays(40):O}"),
            "nothing changes before the mentor has signed");
        await Curator.Post($"{Path}/{id}/plan-versions", await Correction(id, b => b["activities"]![1]!["dueOn"] = $"{Today.AddDays(95):O}"))
            .IsProblem(409, "plan.proposal-open");
        Assert.That(Names((await Mentor.GetAsync($"{Path}/{id}").Ok())["actions"]), Does.Contain("SignPlan"));

        await Mentor.Post($"{Path}/{id}/plan-versions/{state["number"]}/sign").Ok();
        var program = await Read(id);
        Assert.That((string?)program["activities"]![1]!["dueOn"], Is.EqualTo($"{Today.AddDays(90):O}"));
        Assert.That((string?)program["activities"]![0]!["result"], Is.EqualTo("Сделано"));
        Assert.That((await Versions(id)).Select(v => $"{v!["number"]} {v["kind"]} {v["status"]}"),
            Is.EqualTo(new[] { "2 Correction Current", "1 Draft Superseded" }));
    }

    [Test]
    public async Task A_correction_that_names_one_row_twice_is_refused()
    {
        var id = await Active();
        foreach (var list in (string[])["goals", "activities"])
            await Curator.Post($"{Path}/{id}/plan-versions", await Correction(id, plan => plan[list]!.AsArray().Add(plan[list]![0]!.DeepClone())))
                .PointsTo($"/{list}", "plan.row-unknown");
        Assert.That(await Versions(id), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_proposal_can_be_declined_or_withdrawn_and_changes_nothing()
    {
        var id = await Active();
        var body = await Correction(id, b => b["goals"]![0]!["measureTarget"] = 5);
        await Mentor.Post($"{Path}/{id}/plan-versions", body.DeepClone()).Ok();
        await Mentee.Post($"{Path}/{id}/plan-versions/2/decline", new { reason = "Пока рано" }).Ok();
        await Mentee.Post($"{Path}/{id}/plan-versions/2/sign").IsProblem(409, "plan.step-not-now");

        await Mentor.Post($"{Path}/{id}/plan-versions", body.DeepClone()).Ok();
        await Mentee.Post($"{Path}/{id}/plan-versions/3/withdraw").IsProblem(403, "plan.not-author");
        await Curator.Post($"{Path}/{id}/plan-versions/3/withdraw").Ok();
        Assert.That((await Read(id))["goals"]![0]!["measureTarget"]!.GetValue<decimal>(), Is.EqualTo(4));
        await Curator.Post($"{Path}/{id}/plan-versions", await Correction(id)).IsProblem(409, "plan.nothing-changed");
    }

    [Test]
    public async Task An_extension_holds_when_everybody_has_consented_to_the_new_term()
    {
        var id = await Active();
        var later = Today.AddDays(260);
        await Curator.Post($"{Path}/{id}/extend", new { version = await Version(id), endsOn = Today.AddDays(100), reason = "x" })
            .PointsTo("/endsOn", "plan.not-later");
        await Curator.Post($"{Path}/{id}/extend", new { version = await Version(id), endsOn = later, reason = "Цели ещё не достигнуты" }).Ok();
        await Mentor.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
        Assert.That((string?)(await Read(id))["endsOn"], Is.EqualTo($"{Today.AddDays(200):O}"));
        await Mentee.Post($"{Path}/{id}/plan-versions/2/sign").Ok();

        var program = await Read(id);
        Assert.That(((string?)program["endsOn"], (int)program["termsVersion"]!), Is.EqualTo(($"{later:O}", 2)));
        Assert.That(program["participants"]!.AsArray().Select(p => (string?)p!["consent"]), Is.All.EqualTo("Given"));
        Assert.That(program["consents"]!.AsArray().Count(c => (string?)c!["status"] == "Superseded"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_new_mentor_consents_before_joining_and_the_one_before_stays_in_the_history()
    {
        var id = await Active();
        await HeldMeeting(id);
        var incoming = await World.Teacher(School.Id, "Сменщикова");
        var account = await World.Account(incoming);
        await Curator.Post($"{Path}/{id}/replace-mentor", new { version = await Version(id), leavingId = School.Mentee, incomingId = incoming, reason = "x" })
            .PointsTo("/leavingId", "plan.not-a-mentor");
        await Curator.Post($"{Path}/{id}/replace-mentor",
            new { version = await Version(id), leavingId = School.Mentor, incomingId = incoming, reason = "Переезд" }).Ok();

        var newcomer = As(account);
        await newcomer.GetAsync($"{Path}/{id}").Ok();
        await newcomer.Post($"{Path}/{id}/meetings/log",
            new { startsAt = Clock.GetUtcNow().AddHours(-1), durationMinutes = 45, mode = "Online", topic = "x", summary = "x" })
                .IsProblem(403, "permission.missing");
        await Mentor.Post($"{Path}/{id}/plan-versions/2/sign").IsProblem(409, "plan.not-asked");
        await newcomer.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
        await Mentee.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
        Services.GetRequiredService<Access>().Forget(account.ToString());
        ForgetGrants();

        var people = (await Read(id))["participants"]!.AsArray();
        Assert.That(people.Select(p => ((Guid)p!["personId"]! == incoming, (string?)p["role"], p["leftOn"] is not null, (string?)p["consent"])),
            Is.EquivalentTo(new[] { (false, "Mentor", true, "Superseded"), (true, "Mentor", false, "Given"), (false, "Mentee", false, "Given") }));
        await newcomer.Post($"{Path}/{id}/meetings/log",
            new { startsAt = Clock.GetUtcNow().AddMinutes(-50), durationMinutes = 45, mode = "Online", topic = "Знакомство", summary = "Продолжаем" })
                .Gives(201);
        Assert.That(await Sql.QuerySingleAsync<long>("select count(*) from meeting where program_id = @id and status = 'Held'", new { id }), Is.EqualTo(2));
    }

    [Test]
    public async Task A_mentor_who_left_and_works_again_comes_back_when_everybody_signs_and_nothing_goes_on_before()
    {
        var id = await Active();
        await Sql.ExecuteAsync("""
            update program_participant set left_on = joined_on where program_id = @id and role = 'Mentor';
            update consent set status = 'Superseded' where program_id = @id and person_id = @Mentor
            """, new { id, School.Mentor });
        ForgetGrants();
        var ahead = new { startsAt = Clock.GetUtcNow().AddDays(2), durationMinutes = 45, mode = "Online", topic = "x" };
        await Mentee.Post($"{Path}/{id}/meetings", ahead).IsProblem(409, "program.side-missing");
        await Curator.Post($"{Path}/{id}/pause", new { version = await Version(id) }).Ok();
        await Curator.Post($"{Path}/{id}/resume", new { version = await Version(id) }).IsProblem(409, "program.side-missing");

        await Curator.Post($"{Path}/{id}/replace-mentor",
            new { version = await Version(id), leavingId = School.Mentor, incomingId = School.Mentee, reason = "x" })
            .PointsTo("/incomingId", "plan.takes-part-already");
        await Curator.Post($"{Path}/{id}/replace-mentor",
            new { version = await Version(id), leavingId = School.Mentor, incomingId = School.Mentor, reason = "Вернулась" }).Ok();
        ForgetGrants();
        await Mentor.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
        await Mentee.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
        ForgetGrants();
        Assert.That((await Read(id))["participants"]!.AsArray().Select(p => (p!["leftOn"] is null, (string?)p["consent"])), Is.All.EqualTo((true, "Given")));
        await Curator.Post($"{Path}/{id}/resume", new { version = await Version(id) }).Ok();
        await Mentor.Post($"{Path}/{id}/meetings", ahead).Gives(201);
    }

    [Test]
    public async Task Strangers_and_the_council_change_nothing()
    {
        var id = await Active();
        await Stranger.GetAsync($"{Path}/{id}/plan-versions").IsProblem(404, "not-found");
        await Stranger.Post($"{Path}/{id}/extend", new { version = 1, endsOn = Today.AddDays(300), reason = "x" }).IsProblem(404, "not-found");
        await Council.Post($"{Path}/{id}/plan-versions", await Correction(id)).IsProblem(403, "permission.missing");
        await Curator.Post($"{Path}/{id}/plan-versions/1/sign").IsProblem(403, "permission.missing");
        await Curator.GetAsync($"{Path}/{id}/plan-versions/9").IsProblem(404, "not-found");
        await Council.GetAsync($"{Path}/{id}/plan-versions").Ok();
    }

    [Test]
    public async Task Two_mentors_and_two_mentees_go_the_whole_way_of_a_reverse_program()
    {
        var (second, other) = (await World.Teacher(School.Id, "Вторая"), await World.Teacher(School.Id, "Другая"));
        var (secondAccount, otherAccount) = (await World.Account(second), await World.Account(other));
        var id = await Submitted(p =>
        {
            p["kindCode"] = "reverse";
            p["participants"]!.AsArray().Add(new JsonObject { ["personId"] = second, ["role"] = "Mentor" });
            p["participants"]!.AsArray().Add(new JsonObject { ["personId"] = other, ["role"] = "Mentee" });
        });
        foreach (var person in (HttpClient[])[Mentor, Mentee, As(secondAccount)]) await Consent(person, id);
        Assert.That(await Status(id), Is.EqualTo("Consent"), "one of four has not consented yet");
        await Consent(As(otherAccount), id);
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).Ok();
        await EndRunning();
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" }).Ok();
        await HeldMeeting(id);
        await DoRoadmap(id);
        await Evaluate(id);
        await Curator.Post($"{Path}/{id}/complete", new { version = await Version(id) }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Completed"));
    }
}
