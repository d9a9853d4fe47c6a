using Mentoring.Api.Features.Region.Initiatives;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Initiatives;

/// <summary>What those who are in an initiative do together.</summary>
[Covers(nameof(WriteInitiativeEntry), nameof(ListInitiativeEntries), nameof(SetInitiativeTask), nameof(TakeInitiativeTask), nameof(GiveBackInitiativeTask),
    nameof(FinishInitiativeTask), nameof(DropInitiativeTask), nameof(PlanInitiativeMeeting), nameof(CancelInitiativeMeeting))]
public sealed class InitiativeGroupTests : InitiativesTest
{
    [Test]
    public async Task Members_talk_and_answer_each_other_and_nobody_else_reads_it()
    {
        var id = await Together();
        var first = (Guid)(await AsLeader.Post(At(id, "/entries"), new { text = "С чего начнём?" }).Gives(201))["id"]!;
        await AsJoiner.Post(At(id, "/entries"), new { text = "С пятого класса", answerTo = first }).Gives(201);
        await AsJoiner.Post(At(id, "/entries"), new { text = "?", answerTo = Guid.NewGuid() }).PointsTo("/answerTo", "initiative.entry-unknown");
        var read = (await AsLeader.GetAsync(At(id, "/entries?size=1")).Ok())!;
        Assert.That(read["items"]!.AsArray().Select(one => ((string?)one!["text"], one["answerToName"] is not null)),
            Is.EqualTo(new[] { ("С пятого класса", true) }));
        var next = await AsLeader.GetAsync(At(id, $"/entries?size=1&cursor={Uri.EscapeDataString((string)read["next"]!)}")).Ok();
        Assert.That((string?)next["items"]![0]!["text"], Is.EqualTo("С чего начнём?"));
        Assert.That(await Told(LeaderAccount), Does.Contain("InitiativeMessage"));

        var stranger = await Colleague(School);
        Assert.That((await stranger.GetAsync(At(id, "/entries")).Ok())["items"]!.AsArray(), Is.Empty);
        await stranger.Post(At(id, "/entries"), new { text = "Можно?" }).IsProblem(403, "initiative.members-only");
    }

    [Test]
    public async Task A_task_is_taken_given_back_and_finished_by_whoever_took_it()
    {
        var id = await Together();
        var task = await TaskIn(AsLeader, id, new { title = "Собрать задания", dueOn = $"{Today.AddDays(5):O}" });
        string Of(string step) => At(id, $"/tasks/{task}/{step}");
        await AsLeader.Post(Of("finish"), new { version = 1, result = "x" }).IsProblem(409, "initiative.task-not-now");
        await AsJoiner.Post(Of("take"), new { version = 1 }).Ok();
        await AsLeader.Post(Of("take"), new { version = 1 }).IsProblem(412, "version.stale");
        await AsLeader.Post(Of("finish"), new { version = 2, result = "За другого" }).IsProblem(403, "initiative.taker-only");
        await AsJoiner.Post(Of("give-back"), new { version = 2 }).Ok();
        await AsJoiner.Post(Of("take"), new { version = 3 }).Ok();
        await AsJoiner.Post(Of("finish"), new { version = 4, result = "Двадцать заданий" }).Ok();
        var read = (await Read(AsLeader, id))["tasks"]!.AsArray().Single()!;
        Assert.That(((string?)read["status"], (string?)read["result"], read["steps"]!.AsArray().Count), Is.EqualTo(("Done", "Двадцать заданий", 0)));
    }

    [Test]
    public async Task A_task_given_to_a_member_is_told_and_waits_in_the_day()
    {
        var id = await Together();
        await AsLeader.Post(At(id, "/tasks"), new { title = "x", takerId = Guid.NewGuid() }).PointsTo("/takerId", "initiative.not-a-member");
        await AsLeader.Post(At(id, "/tasks"), new { title = "x", dueOn = $"{Today.AddDays(-1):O}" }).PointsTo("/dueOn", "initiative.due-day");
        var task = await TaskIn(AsLeader, id, new { title = "Собрать задания", dueOn = $"{Today.AddDays(5):O}", takerId = Joiner });
        Assert.That(await Told(JoinerAccount), Does.Contain("InitiativeTaskGiven"));
        Assert.That(await Waiting(AsJoiner), Does.Contain("InitiativeTaskDue"));
        await AsLeader.Post(At(id, $"/tasks/{task}/drop"), new { version = 1 }).Ok();
        Assert.That(await Waiting(AsJoiner), Does.Not.Contain("InitiativeTaskDue"));
        await AsJoiner.Post(At(id, "/leave"), new { }).Ok();
        await AsJoiner.Post(At(id, $"/tasks/{task}/take"), new { version = 2 }).IsProblem(403, "initiative.members-only");
    }

    [Test]
    public async Task A_meeting_stands_in_the_day_and_in_the_calendar_of_every_member()
    {
        var id = await Together();
        object Meeting(double days) => new
        {
            startsAt = Time.GetUtcNow().AddDays(days), durationMinutes = 45, topic = "Разбор", link = "https://meet.example/1",
        };
        await AsLeader.Post(At(id, "/meetings"), Meeting(-1)).PointsTo("/startsAt", "initiative.meeting-not-ahead");
        var meeting = (Guid)(await AsLeader.Post(At(id, "/meetings"), Meeting(3)).Gives(201))["id"]!;
        Assert.That(await Told(JoinerAccount), Does.Contain("InitiativeMeetingPlanned"));
        Assert.That(await Waiting(AsJoiner), Does.Contain("InitiativeMeetingAhead"));
        var feed = (string)(await AsJoiner.Post("/api/v1/me/calendar-feed", new { }).Ok())["path"]!;
        Assert.That(await Anonymous().GetStringAsync(feed), Does.Contain("Разбор").And.Contain("STATUS:CONFIRMED"));
        await AsJoiner.Post(At(id, $"/meetings/{meeting}/cancel"), new { version = 1, reason = "Болезнь" }).Ok();
        await AsJoiner.Post(At(id, $"/meetings/{meeting}/cancel"), new { version = 2, reason = "Болезнь" }).IsProblem(409, "initiative.meeting-not-now");
        Assert.That(await Told(LeaderAccount), Does.Contain("InitiativeMeetingCancelled"));
        Assert.That(await Anonymous().GetStringAsync(feed), Does.Contain("STATUS:CANCELLED"));
    }

    [Test]
    public async Task Whoever_asks_waits_for_the_leader_and_whoever_is_invited_for_themselves()
    {
        var id = await Found();
        await AsJoiner.Post(At(id, "/ask"), new { organizationId = Neighbour }).Ok();
        Assert.That(await Waiting(AsLeader), Does.Contain("InitiativeToLetIn"));
        var colleague = await World.Teacher(School, "Приглашённая");
        await AsLeader.Post(At(id, "/invite"), new { organizationId = School, personIds = new[] { colleague } }).Ok();
        Assert.That(await Waiting(As(await World.Account(colleague))), Is.EqualTo(new[] { "InitiativeToAnswer" }));
    }

    static async Task<IReadOnlyList<string?>> Waiting(HttpClient who) =>
        [.. (await who.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!.AsArray().Select(task => (string?)task!["kind"])];
}
