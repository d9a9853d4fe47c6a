using Dapper;
using Mentoring.Api.Features.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Organizations;

/// <summary>Organizations that end are settled one by one: what goes wrong with one is told of, and stays due.</summary>
public sealed class SettleAloneTests : ProgramTest
{
    [Test]
    public async Task An_organization_that_cannot_be_settled_holds_up_no_other()
    {
        var (broken, sound) = (await Closed(), await Closed());
        Clock.Advance(SettleOrganization.Waits);
        await using (await Poison.In(Sql, "employment", broken.Mentor, "person_id"))
        {
            await Settle();
            Assert.That((await Employed(broken.Id), await Employed(sound.Id)), Is.EqualTo((2, 0)), "nothing of it, not a half");
            Assert.That(await Failures(), Is.EqualTo(new[] { "22012 1" }));
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Settle();
        Assert.That(await Employed(broken.Id), Is.Zero);
        Assert.That(await Failures(), Is.Empty);
    }

    [Test]
    public async Task A_rule_that_stands_against_a_part_of_it_is_no_sign_that_it_is_done()
    {
        var school = await Closed();
        // Programs end in the order of their ids, and two of the same instant have no order of their own.
        Guid[] drafts = [.. new[] { await Draft(), await Draft() }.Order()];
        await Sql.ExecuteAsync($"""
            update program set organization_id = @Id where id = any(@drafts);
            create function meddle() returns trigger language plpgsql as $$
            begin update program set status = 'Cancelled' where id = '{drafts[1]}'; return null; end $$;
            create trigger meddle after update on program for each row when (new.id = '{drafts[0]}') execute function meddle();
            """, new { school.Id, drafts });
        Clock.Advance(SettleOrganization.Waits);
        await Settle();
        await Sql.ExecuteAsync("drop function meddle() cascade");
        Assert.That((await Employed(school.Id), await Status(drafts)), Is.EqualTo((2, "Draft Draft")));
        Assert.That(await Failures(), Is.EqualTo(new[] { "program.step-not-now 1" }));

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Settle();
        Assert.That((await Employed(school.Id), await Status(drafts)), Is.EqualTo((0, "Cancelled Cancelled")));
        Assert.That(await Failures(), Is.Empty);
    }

    [Test]
    public async Task What_was_taken_back_meanwhile_is_told_of_no_longer()
    {
        var school = await Closed();
        Clock.Advance(SettleOrganization.Waits);
        await using (await Poison.In(Sql, "employment", school.Mentor, "person_id")) await Settle();
        Assert.That(await Failures(), Is.EqualTo(new[] { "22012 1" }));

        await Sql.ExecuteAsync("update organization_handover set undone_at = @At where organization_id = @Id",
            new { At = Clock.GetUtcNow().UtcDateTime, school.Id });
        await Settle();
        Assert.That(await Failures(), Is.Empty);
    }

    /// <summary>A school of its own with a mentor and a mentee, told to end today.</summary>
    async Task<School> Closed()
    {
        var (school, region) = (await Support.School.Make(World), await As(Role.RegionalCoordinator, World.Region));
        await region.Post($"/api/v1/organizations/{school.Id}/end", new { version = 1, how = "Closed", on = $"{Now:O}", staff = "Release" }).Ok();
        return school;
    }

    Task Settle() => ActivatorUtilities.CreateInstance<SettleOrganization>(Services).Run(default);

    Task<int> Employed(Guid school) =>
        Sql.ExecuteScalarAsync<int>("select count(*) from employment where organization_id = @school and ended_on is null", new { school });

    async Task<IEnumerable<string>> Failures() => await Sql.QueryAsync<string>("select concat_ws(' ', error, attempts) from due_failure");

    async Task<string> Status(Guid[] programs) =>
        (await Sql.ExecuteScalarAsync<string>("select string_agg(status, ' ') from program where id = any(@programs)", new { programs }))!;
}
