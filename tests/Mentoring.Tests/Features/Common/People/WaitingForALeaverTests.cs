using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>What waits for somebody who leaves: trainings, tasks of the council, changes of plans.</summary>
public sealed class WaitingForALeaverTests : LeavingTest
{
    [Test]
    public async Task Nobody_who_is_gone_is_expected_at_a_training_and_the_psychologist_alone_hears_of_whom()
    {
        var psychologist = await As(Role.Psychologist, School.Id);
        var gone = await World.Teacher(School.Id, "Уходова");
        var leaver = As(await World.Account(gone));
        Task<HttpResponseMessage> Planned(string title, TimeSpan ahead) =>
            psychologist.Post($"/api/v1/organizations/{School.Id}/psychology/trainings", new
            {
                title, topic = "Empathy", about = "", startsAt = Clock.GetUtcNow().Add(ahead), durationMinutes = 60, place = "Кабинет",
                people = new[] { gone, School.Mentee },
            });
        var past = (Guid)(await Planned("Прошедший", TimeSpan.FromHours(1)).Gives(201))["id"]!;
        Clock.Advance(TimeSpan.FromHours(3));
        var ahead = (Guid)(await Planned("Слышать друг друга", TimeSpan.FromDays(3)).Gives(201))["id"]!;
        await Drain();
        await Sql.ExecuteAsync("delete from notification");

        await Ends(gone, School.Id, Now);
        await Sweep();

        Assert.That(await Invited(ahead), Is.EqualTo(new[] { School.Mentee }));
        Assert.That(await Invited(past), Is.EquivalentTo(new[] { gone, School.Mentee }), "what is over is the psychologist's to tell");
        Assert.That((await Told(psychologist)).Select(one => ((string?)one["kind"], (string?)one["title"])),
            Is.EqualTo(new[] { ("TrainingPlaceFreed", "Слышать друг друга") }));
        Assert.That(await Kinds(leaver), Is.EqualTo(new[] { "TrainingNoLongerAsked" }));
        foreach (var reader in (HttpClient[])[Curator, Mentee, Mentor]) Assert.That(await Kinds(reader), Does.Not.Contain("TrainingPlaceFreed"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where subject_id = @ahead and operation = 'FollowDepartures'",
            new { ahead }), Is.Zero, "the school's trail does not tell who was invited");
    }

    [Test]
    public async Task A_task_for_which_nobody_answers_any_more_is_dropped_and_the_council_told()
    {
        var (gone, namesake) = (await World.Teacher(School.Id, "Ответственная"), await World.Teacher(School.Id, "Тёзкина"));
        await World.Teacher(School.Id, "Тёзкина");
        var (theirs, shared) = (await Asked("Ответственная Анна Петровна"), await Asked("Тёзкина Анна Петровна"));
        await Drain();
        await Sql.ExecuteAsync("delete from notification");
        await Ends(gone, School.Id, Now);
        await Ends(namesake, School.Id, Now);
        await Sweep();

        var tasks = (await Curator.GetAsync($"/api/v1/organizations/{School.Id}/council/tasks").Ok()).AsArray()
            .ToDictionary(task => (Guid)task!["id"]!, task => task!);
        Assert.That(((string?)tasks[theirs]["status"], (string?)tasks[theirs]["responsibleLeftOn"]), Is.EqualTo(("Dropped", $"{Now:O}")));
        Assert.That(((string?)tasks[shared]["status"], tasks[shared]["responsibleLeftOn"]), Is.EqualTo(("Open", (JsonNode?)null)), "a namesake works on");
        foreach (var reader in (HttpClient[])[Curator, Council])
            Assert.That((await Told(reader)).Where(one => (string?)one["kind"] == "CouncilTaskDropped").Select(one => (string?)one["about"]),
                Is.EqualTo(new[] { "Купить доску" }));
        Assert.That(await Kinds(Mentee), Does.Not.Contain("CouncilTaskDropped"));
    }

    [Test]
    public async Task A_change_of_the_plan_that_waited_for_the_leaver_alone_holds()
    {
        var second = await Join("Вторая", "Mentee");
        await Curator.Post($"{Path}/{Program}/extend", new { version = await Version(Program), endsOn = $"{Today.AddDays(250):O}", reason = "x" }).Ok();
        var number = await Number();
        await Mentor.Post($"{Path}/{Program}/plan-versions/{number}/sign").Ok();
        await Mentee.Post($"{Path}/{Program}/plan-versions/{number}/sign").Ok();
        Assert.That(await State(number), Is.EqualTo("Proposed"), "the second mentee has not signed");

        await Ends(second, School.Id, Now);
        await Sweep();
        Assert.That(await State(number), Is.EqualTo("Current"));
        Assert.That((string?)(await Read(Program))["endsOn"], Is.EqualTo($"{Today.AddDays(250):O}"));
    }

    [Test]
    public async Task A_change_that_others_have_yet_to_sign_waits_on()
    {
        var second = await Join("Вторая", "Mentee");
        await Curator.Post($"{Path}/{Program}/extend", new { version = await Version(Program), endsOn = $"{Today.AddDays(251):O}", reason = "x" }).Ok();
        var number = await Number();
        await Mentor.Post($"{Path}/{Program}/plan-versions/{number}/sign").Ok();
        await Ends(second, School.Id, Now);
        await Sweep();
        Assert.That(await State(number), Is.EqualTo("Proposed"));
        await Mentee.Post($"{Path}/{Program}/plan-versions/{number}/sign").Ok();
        Assert.That(await State(number), Is.EqualTo("Current"));
    }

    [Test]
    public async Task A_change_that_one_side_can_no_longer_agree_to_makes_room_for_the_replacement()
    {
        var gone = await World.Teacher(School.Id, "Уходова");
        var id = await Draft(plan => plan["participants"]![0]!["personId"] = gone);
        await Sql.ExecuteAsync("update program set status = 'Active', activated_at = now() where id = @id", new { id });
        await Curator.Post($"{Path}/{id}/extend", new { version = await Version(id), endsOn = $"{Today.AddDays(252):O}", reason = "Больничный" }).Ok();
        await Drain();
        await Sql.ExecuteAsync("delete from notification");
        await Ends(gone, School.Id, Now);
        await Sweep();

        Assert.That(await Sql.QueryAsync<string>("select status from program_version where program_id = @id and kind = 'Extension'", new { id }),
            Is.EqualTo(new[] { "Withdrawn" }));
        Assert.That(await Kinds(Curator), Does.Contain("PlanDeclined").And.Contain("ParticipantLeft"));
        await Curator.Post($"{Path}/{id}/replace-mentor",
            new { version = await Version(id), leavingId = gone, incomingId = await World.Teacher(School.Id, "Сменщикова"), reason = "Увольнение" }).Ok();
    }

    async Task<Guid> Join(string name, string role)
    {
        var person = await World.Teacher(School.Id, name);
        await Sql.ExecuteAsync("""
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
            select id, organization_id, region_code, @person, @name, organization_id, @role, starts_on from program where id = @Program
            """, new { person, name, role, Program });
        return person;
    }

    async Task<Guid> Asked(string responsibleName) => (Guid)(await Council.Post($"/api/v1/organizations/{School.Id}/council/tasks",
        new { kind = "Material", title = "Купить доску", responsibleName, dueOn = $"{Now.AddDays(20):O}" }).Gives(201))["id"]!;

    Task<IEnumerable<Guid>> Invited(Guid training) =>
        Sql.QueryAsync<Guid>("select person_id from training_place where training_id = @training", new { training });

    Task<int> Number() => Sql.ExecuteScalarAsync<int>("select max(number) from program_version where program_id = @Program", new { Program });

    Task<string?> State(int number) => Sql.ExecuteScalarAsync<string>(
        "select status from program_version where program_id = @Program and number = @number", new { Program, number });
}
