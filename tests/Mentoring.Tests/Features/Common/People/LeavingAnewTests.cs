using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>Whoever has nothing left to do here has left, however it came to that.</summary>
public sealed class LeavingAnewTests : LeavingTest
{
    [SetUp]
    public Task NobodyIsDue() => Sweep();

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_same_last_day_is_followed_again_when_work_has_gone_on_since(bool anew)
    {
        var (person, account) = await Holder("Повторная");
        await Ends(person, School.Id, Now);
        await Sweep();
        Assert.That(await HasRole(account), Is.False);

        // A roster opens the row again, or tells of another.
        if (anew) await Works(person, Now.AddDays(-1), "head", main: false);
        else await Sql.ExecuteAsync("update employment set ended_on = null where person_id = @person", new { person });
        await GivenAgain(account);
        await Sweep();
        Assert.That(await HasRole(account), Is.True, "works here");
        await Sql.ExecuteAsync("update employment set ended_on = @Now where person_id = @person and ended_on is null", new { person, Now });
        await Sweep();
        Assert.That(await HasRole(account), Is.False);
        Assert.That(await Left(person), Is.EqualTo(new[] { Now }));
    }

    [Test]
    public async Task The_last_day_of_one_post_that_another_post_had_before_is_followed()
    {
        var (person, account) = await Holder("Двойная");
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, ended_on)
            select gen_random_uuid(), id, region_code, @person, 'head', false, false, '2020-09-01', @On from organization where id = @Id
            """, new { School.Id, person, On = Now.AddDays(-10) });
        var post = await Sql.ExecuteScalarAsync<Guid>("select id from employment where person_id = @person and is_main", new { person });
        var path = $"/api/v1/organizations/{School.Id}/people/{person}";
        async Task<Guid> End(DateOnly last) => (Guid)(await Curator.Post($"{path}/employments/{post}/end", new
        {
            version = await Sql.ExecuteScalarAsync<int>("select version from employment where id = @post", new { post }),
            lastDay = $"{last:O}", reason = "OwnWish",
        }).Ok())["editId"]!;

        var edit = await End(Now.AddDays(-21));
        await Sweep();
        Assert.That(await Left(person), Is.EqualTo(new[] { Now.AddDays(-10) }));
        await Curator.Post($"{path}/edits/{edit}/undo", new { }).Gives(204);
        await GivenAgain(account);
        await End(Now.AddDays(-11));
        await Sweep();
        Assert.That(await HasRole(account), Is.False);
    }

    [Test]
    public async Task Whose_only_post_ended_while_the_record_was_part_of_another_has_left_when_they_part()
    {
        var name = PersonTwins.Name();
        var kept = await PersonTwins.Record(Sql, School.Id, name);
        var absorbed = await PersonTwins.Record(Sql, School.Id, name, main: false, position: "head");
        var preview = await Curator.GetAsync($"/api/v1/people/{kept}/merge?absorbedId={absorbed}").Ok();
        var merge = (Guid)(await Curator.Post($"/api/v1/people/{kept}/merge", new
        {
            version = (int)preview["survivor"]!["version"]!, absorbedId = absorbed, absorbedVersion = (int)preview["absorbed"]!["version"]!,
        }).Ok())["id"]!;
        await Sql.ExecuteAsync("update employment set ended_on = @Now where person_id = @kept and position_code = 'head'", new { kept, Now });
        await Sweep();
        Assert.That(await Left(kept), Is.Empty, "works on");
        await Curator.Post($"/api/v1/people/merges/{merge}/undo", new { version = 1 }).Ok();
        await Sweep();
        Assert.That((await Left(kept), await Left(absorbed)), Is.EqualTo((Array.Empty<DateOnly>(), new[] { Now })));
    }

    [Test]
    public async Task Work_that_begins_only_months_later_keeps_no_role_until_then()
    {
        var (person, account) = await Holder("Осенняя");
        await Ends(person, School.Id, Now);
        await Works(person, Now.AddMonths(9));
        await Sweep();
        Assert.That((await HasRole(account), await Left(person)), Is.EqualTo((false, new[] { Now })));
        await Sweep();
        Assert.That(await Left(person), Has.Exactly(1).Items, "once");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_weekend_between_two_contracts_is_no_departure_until_the_next_is_called_off_or_put_off(bool off)
    {
        var (person, account) = await Holder("Понедельникова");
        await Ends(person, School.Id, Now);
        var next = await Works(person, Now.AddDays(3));
        await Sweep();
        Assert.That((await HasRole(account), await Left(person)), Is.EqualTo((true, Array.Empty<DateOnly>())));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from departure_due where person_id = @person", new { person }), Is.Zero);
        await Sql.ExecuteAsync(off ? "select call_off_employment(array[@next], @Now)" : "update employment set started_on = @Later where id = @next",
            new { next, Now, Later = Now.AddMonths(9) });
        await Sweep();
        Assert.That((await HasRole(account), await Left(person)), Is.EqualTo((false, new[] { Now })));
    }

    async Task<(Guid Person, Guid Account)> Holder(string name)
    {
        var person = await World.Teacher(School.Id, name);
        return (person, await World.Account(Role.SiteEditor, School.Id, person));
    }

    async Task<Guid> Works(Guid person, DateOnly from, string position = "teacher", bool main = true)
    {
        var id = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select @id, o.id, o.region_code, @person, @position, true, @main, @from from organization o where o.id = @School
            """, new { id, person, from, position, main, School = School.Id });
        return id;
    }

    Task GivenAgain(Guid account) => Sql.ExecuteAsync("""
        insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, granted_by)
        select gen_random_uuid(), @account, 'SiteEditor', id, region_code, @Now, 'test' from organization where id = @Id
        """, new { account, Now, School.Id });

    Task<bool> HasRole(Guid account) => Sql.ExecuteScalarAsync<bool>(
        "select exists (select from role_assignment where account_id = @account and (ended_on is null or ended_on > @Now))", new { account, Now });

    async Task<DateOnly[]> Left(Guid person) => [.. await Sql.QueryAsync<DateOnly>(
        "select left_on from departure where person_id = @person and kind = 'Employment' and voided_at is null", new { person })];
}
