using Dapper;
using Mentoring.Api.Features.School.Psychology;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Psychology;

[Covers(nameof(AddPsychologyTask), nameof(FinishPsychologyTask), nameof(GetPsychologyQueue), nameof(GiveOpinion),
    nameof(ListOpinionHistory), nameof(ListPairs), nameof(ListPsychologyTasks), nameof(ListReadiness),
    nameof(RecordReadiness))]
public sealed class GiveOpinionTests : PsychologyTest
{
    object Opinion(string opinion = "WithCare", int version = 0, string ground = "Разный темп работы", Guid? mentor = null) => new
    {
        mentorId = mentor ?? School.Mentor, mentees = new[] { new { personId = School.Mentee, version } }, opinion, ground,
        methods = new[] { "interaction-observation" },
    };

    [Test]
    public async Task An_opinion_is_revised_and_what_was_said_before_stays()
    {
        await Sql.ExecuteAsync("delete from compatibility_ground; delete from compatibility_opinion");
        await Psychologist.Post($"{Work}/opinions", Opinion()).Ok();
        await Psychologist.Post($"{Work}/opinions", Opinion("Fits")).IsProblem(412, "version.stale");
        await Psychologist.Post($"{Work}/opinions", Opinion("Fits", 1, "Сработались")).Ok();

        var history = (await Psychologist.GetAsync($"{Work}/opinions/{School.Mentor}/{School.Mentee}").Ok()).AsArray();
        Assert.That(history.Select(h => (string?)h!["opinion"]), Is.EqualTo(new[] { "Fits", "WithCare" }));
        var pair = (await Psychologist.GetAsync($"{Work}/pairs").Ok()).AsArray().Single(p => (Guid)p!["mentorId"]! == School.Mentor)!;
        Assert.That(((string?)pair["opinion"], (string?)pair["ground"], (int)pair["version"]!), Is.EqualTo(("Fits", "Сработались", 2)));
    }

    [Test]
    public async Task Nobody_else_comes_into_the_workspace()
    {
        foreach (var path in (string[])["queue", "pairs", "readiness", "trainings", "pulses", "tasks"])
        {
            await Curator.GetAsync($"{Work}/{path}").IsProblem(403, "permission.missing");
            await Head.GetAsync($"{Work}/{path}").IsProblem(403, "permission.missing");
            await OtherPsychologist.GetAsync($"{Work}/{path}").IsProblem(404, "not-found");
            await Psychologist.GetAsync($"{Work}/{path}").Ok();
        }

        await Curator.Post($"{Work}/opinions", Opinion()).IsProblem(403, "permission.missing");
        await OtherPsychologist.Post($"{Work}/opinions", Opinion()).IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_database_opens_the_verdict_to_the_school_and_its_grounds_to_one_permission_alone()
    {
        await Sql.ExecuteAsync("delete from compatibility_ground; delete from compatibility_opinion");
        await Psychologist.Post($"{Work}/opinions", Opinion()).Ok();
        Assert.That(await Seen(Permission.ProgramRead), Is.EqualTo((1, 0)));
        Assert.That(await Seen(Permission.PsychologyWork), Is.EqualTo((1, 1)));
        Assert.That(await Seen(null), Is.EqualTo((1, 0)), "the platform's own jobs");
    }

    /// <returns>Verdicts and grounds that the row policies show.</returns>
    async Task<(int, int)> Seen(Permission? permission)
    {
        await using var scope = Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        if (permission is { } wanted) caller.Become(Grants.None, new Scope([School.Id], [], [], [], null, "test", wanted));
        else caller.BecomeJob("test");
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return (await db.One<int>("select count(*)::int from compatibility_opinion", null, default),
            await db.One<int>("select count(*)::int from compatibility_ground", null, default));
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        await Psychologist.Post($"{Work}/opinions", Opinion(ground: "")).PointsTo("/ground");
        await Psychologist.Post($"{Work}/opinions", Opinion(mentor: School.Mentee)).IsProblem(400, "psychology.one-person");
        await Psychologist.Post($"{Work}/opinions", Opinion(mentor: Guid.NewGuid())).IsProblem(404, "not-found");
    }

    [Test]
    public async Task Readiness_is_checked_more_than_once_and_the_queue_shortens()
    {
        await Active();
        var waiting = (await Psychologist.GetAsync($"{Work}/queue").Ok()).AsArray();
        Assert.That(waiting.Select(w => (string?)w!["kind"]), Does.Contain("ReadinessToCheck"));
        object Check(string conclusion) => new
        {
            personId = School.Mentee, motivation = 4, openness = 4, ownHandwriting = 3, reflection = 5, conclusion,
            recommendation = "Поддержать собственный стиль",
            methods = new[] { "reflective-diary" },
        };
        await Psychologist.Post($"{Work}/readiness", Check("WithSupport")).Gives(201);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Psychologist.Post($"{Work}/readiness", Check("Ready")).Gives(201);
        var mentee = (await Psychologist.GetAsync($"{Work}/readiness").Ok()).AsArray().Single(p => (Guid)p!["personId"]! == School.Mentee)!;
        Assert.That(mentee["checks"]!.AsArray().Select(c => (string?)c!["conclusion"]), Is.EqualTo(new[] { "Ready", "WithSupport" }));
        waiting = (await Psychologist.GetAsync($"{Work}/queue").Ok()).AsArray();
        Assert.That(waiting.Select(w => (string?)w!["kind"]), Does.Not.Contain("ReadinessToCheck"));
    }

    [Test]
    public async Task The_plan_is_kept_and_done()
    {
        var id = (Guid)(await Psychologist.Post($"{Work}/tasks",
            new { direction = "Burnout", text = "Группа поддержки", methods = new[] { "balint-group" }, dueOn = $"{Today.AddDays(5):O}" }).Gives(201))["id"]!;
        await Psychologist.Post($"{Work}/tasks/{id}/finish", new { version = 2, result = "Провели" }).IsProblem(412, "version.stale");
        await Psychologist.Post($"{Work}/tasks/{id}/finish", new { version = 1, result = "Провели" }).Ok();
        await Psychologist.Post($"{Work}/tasks/{id}/finish", new { version = 2, result = "Ещё раз" }).IsProblem(409, "psychology.task-done");
    }
}
