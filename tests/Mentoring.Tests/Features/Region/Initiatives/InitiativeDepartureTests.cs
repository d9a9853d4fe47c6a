using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Initiatives;

/// <summary>What becomes of an initiative when somebody leaves work, or an organization comes to its end.</summary>
public sealed class InitiativeDepartureTests : InitiativesTest
{
    async Task Leave(Guid person)
    {
        await Sql.ExecuteAsync("update employment set ended_on = @day where person_id = @person", new { day = Today.AddDays(-20), person });
        await Run<FollowDepartures>(job => job.Run(default));
        Assert.That(await Sql.QueryAsync<string>("select due_failure::text from due_failure"), Is.Empty);
    }

    [Test]
    public async Task Who_leaves_work_is_in_it_no_longer_and_what_was_taken_is_free()
    {
        var id = await Together();
        var task = await TaskIn(AsJoiner, id, new { title = "Собрать задания", takerId = Joiner });
        await Leave(Joiner);
        var read = await Read(AsLeader, id);
        Assert.That(((int)read["memberCount"]!, read["schools"]!.AsArray().Count), Is.EqualTo((1, 1)));
        Assert.That((string?)read["tasks"]!.AsArray().Single(one => (Guid)one!["id"]! == task)!["status"], Is.EqualTo("Open"));
    }

    [Test]
    public async Task After_its_leader_the_longest_member_leads_and_after_the_last_it_is_closed()
    {
        var id = await Together();
        await Leave(Leader);
        Assert.That((bool)(await Read(AsJoiner, id))["leads"]!, Is.True);
        Assert.That(await Told(JoinerAccount), Does.Contain("InitiativeLed"));
        await Leave(Joiner);
        Assert.That(await Sql.QuerySingleAsync<string>("select status from initiative where id = @id", new { id }), Is.EqualTo("Closed"));
    }

    [Test]
    public async Task With_its_organization_it_is_closed_and_what_the_school_owed_is_withdrawn()
    {
        var id = await Together();
        var coordinator = await As(Mentoring.Api.Platform.Role.MunicipalCoordinator, World.Municipality);
        var task = (Guid)(await coordinator.Post("/api/v1/school-tasks", new
        {
            territoryCode = World.Municipality, organizationIds = new[] { School, Neighbour }, title = "Декада", text = "Сообщите",
            dueOn = $"{Today.AddDays(5):O}",
        }).Gives(201))["id"]!;
        await Sql.ExecuteAsync("update organization set version = 1 where id = @School", new { School });
        await Coordinator.Post($"/api/v1/organizations/{School}/end", new { version = 1, how = "Closed", on = $"{Today:O}", staff = "Release" }).Ok();
        await Sql.ExecuteAsync("update organization_handover set asked_at = asked_at - interval '1 hour' where organization_id = @School", new { School });
        await Run<SettleOrganization>(job => job.Run(default));
        Assert.That(await Sql.QuerySingleAsync<string>("select status from initiative where id = @id", new { id }), Is.EqualTo("Closed"));
        Assert.That(await Sql.QueryAsync<string>("select status from school_task_report where task_id = @task order by status", new { task }),
            Is.EqualTo(new[] { "Assigned", "Withdrawn" }));
    }
}
