using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Platform;

/// <summary>Somebody is named in the seconds for which rights are kept.</summary>
public sealed class SecondLookTests : ProgramTest
{
    [Test]
    public async Task Whoever_is_named_opens_the_program_at_once()
    {
        var (named, other) = (await World.Teacher(School.Id, "Новоназванная"), await World.Teacher(School.Id, "Другая"));
        var (person, bystander) = (As(await World.Account(named)), As(await World.Account(other)));
        await person.GetAsync("/api/v1/me").Ok();
        await bystander.GetAsync("/api/v1/me").Ok();
        var id = await Draft(plan => plan["participants"]![0]!["personId"] = named);
        await person.GetAsync($"{Path}/{id}").Ok();
        await bystander.GetAsync($"{Path}/{id}").IsProblem(403, "permission.missing");

        var second = await Draft(plan => plan["participants"]![0]!["personId"] = named);
        await person.GetAsync($"{Path}/{second}").Ok();
        await Curator.Post($"{Path}/{second}/submit", new { version = 1 }).Ok();
        await Consent(person, second);
        await person.GetAsync($"{Path}/{Guid.NewGuid()}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_command_that_runs_again_is_done_and_recorded_once()
    {
        var named = await World.Teacher(School.Id, "Ещёодна");
        var person = As(await World.Account(named));
        var first = await Draft(plan => plan["participants"]![0]!["personId"] = named);
        await person.GetAsync($"{Path}/{first}").Ok();
        var second = await Draft(plan => plan["participants"]![0]!["personId"] = named);
        await person.Post($"{Path}/{second}/comments", new { text = "Когда начнём?" }).Gives(201);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where program_id = @second and operation = 'AddComment'",
            new { second }), Is.EqualTo(1));
    }
}
