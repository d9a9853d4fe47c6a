using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

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

    [Test]
    public async Task What_is_not_there_costs_no_reading_of_rights_unless_somebody_changed_them()
    {
        var named = await World.Teacher(School.Id, "Ищущая");
        var account = await World.Account(named);
        var person = As(account);
        var first = await Draft(plan => plan["participants"]![0]!["personId"] = named);
        await person.GetAsync($"{Path}/{first}").Ok();
        var kept = await Keep(person, account);
        for (var i = 0; i < 3; i++) await person.GetAsync($"{Path}/{Guid.NewGuid()}").IsProblem(404, "not-found");
        Assert.That(Kept(account), Is.SameAs(kept));

        await Draft();
        await person.GetAsync($"{Path}/{Guid.NewGuid()}").IsProblem(404, "not-found");
        Assert.That(Kept(account), Is.SameAs(kept), "what was changed were the rights of others");

        var second = await Draft(plan => plan["participants"]![0]!["personId"] = named);
        await person.GetAsync($"{Path}/{second}").Ok();
        Assert.That(Kept(account), Is.Not.SameAs(kept));
    }

    [Test]
    public async Task A_change_that_began_before_the_rights_were_read_and_was_committed_after_is_seen()
    {
        var named = await World.Teacher(School.Id, "Поздняя");
        var account = await World.Account(named);
        var person = As(account);
        var first = await Draft(plan => plan["participants"]![0]!["personId"] = named);
        var second = await Draft();
        await using var open = await Sql.BeginTransactionAsync();
        await Sql.ExecuteAsync("update program_participant set person_id = @named where program_id = @second and role = 'Mentor'", new { named, second });
        await person.GetAsync($"{Path}/{first}").Ok();
        await Keep(person, account);
        await person.GetAsync($"{Path}/{second}").IsProblem(404, "not-found");
        await open.CommitAsync();
        await person.GetAsync($"{Path}/{second}").Ok();
    }

    [Test]
    public async Task Roles_invitations_and_what_another_organization_hands_over_are_changes_too()
    {
        var named = await World.Teacher(School.Id, "Ролевая");
        var account = await World.Account(named);
        Assert.That(await Changes(account), Is.Zero);
        await World.Assign(account, Role.Mentor, School.Id);
        Assert.That(await Changes(account), Is.EqualTo(1));
        await Sql.ExecuteAsync("update role_assignment set ended_on = current_date where account_id = @account", new { account });
        Assert.That(await Changes(account), Is.EqualTo(2));
        var before = await Changes(named);
        await Sql.ExecuteAsync("update employment set is_teaching = false where person_id = @named", new { named });
        Assert.That(await Changes(named), Is.EqualTo(before + 1));
    }

    Task<long> Changes(Guid who) => Sql.ExecuteScalarAsync<long>("select count(*) from grant_change where who = @who", new { who = who.ToString() });

    /// <summary>Lets what is kept of the account last longer than the seconds it is given.</summary>
    async Task<Grants> Keep(HttpClient person, Guid account)
    {
        Grants? kept;
        while ((kept = Kept(account)) is null) await person.GetAsync("/api/v1/me").Ok();
        Services.GetRequiredService<IMemoryCache>().Set(("grants", account.ToString()), kept, TimeSpan.FromHours(1));
        return kept;
    }

    Grants? Kept(Guid account) => Services.GetRequiredService<IMemoryCache>().Get<Grants>(("grants", account.ToString()));
}
