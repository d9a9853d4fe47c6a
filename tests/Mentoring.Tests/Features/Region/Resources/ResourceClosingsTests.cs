using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Resources;

/// <summary>A body that ends takes its resources off the map, and whoever has a place in a run that is not over learns it.</summary>
public sealed class ResourceClosingsTests : ResourcesTest
{
    [Test]
    public async Task With_the_body_its_resources_are_withdrawn_and_its_runs_called_off()
    {
        var resource = await Added();
        var run = await Run(resource);
        await AsTeacher.Post(Place(resource, run, "take"), new { }).Ok();
        var past = await Run(resource);
        await Sql.ExecuteAsync("""
            update resource_run set apply_until = @Today - 30, starts_on = @Today - 20, ends_on = @Today - 10 where id = @past
            """, new { past, Today });
        var end = new { version = 1, how = "Closed", on = $"{Today:O}", successorIds = Array.Empty<Guid>() };
        await Coordinator.Post($"/api/v1/organizations/{Centre}/end", end).Ok();
        await Sql.ExecuteAsync("update organization_handover set asked_at = asked_at - interval '1 hour' where organization_id = @Centre", new { Centre });
        await Run<SettleOrganization>(job => job.Run(default));

        Assert.That(await Sql.QuerySingleAsync<string>("select status from resource where id = @resource", new { resource }), Is.EqualTo("Withdrawn"));
        Assert.That(await Sql.QueryAsync<Guid>("select id from resource_run where called_off_at is not null"), Is.EqualTo(new[] { run }));
        var account = await Sql.QuerySingleAsync<Guid>("select id from identity.account where person_id = @Teacher", new { Teacher });
        Assert.That(await Told(account), Does.Contain("ResourceRunDropped"));
    }
}
