using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

/// <summary>An organization that ends takes its support along, and whoever stood on the other side learns of it.</summary>
public sealed class SupportClosingsTests : SupportTest
{
    async Task End(Guid organization, Guid? heir = null)
    {
        await Coordinator.Post($"/api/v1/organizations/{organization}/end", new
        {
            version = 1, how = heir is null ? "Closed" : "Merged", on = $"{Today:O}", successorIds = heir is { } one ? new[] { one } : [],
        }).Ok();
        await Sql.ExecuteAsync("update organization_handover set asked_at = asked_at - interval '1 hour' where organization_id = @organization",
            new { organization });
        await Run<SettleOrganization>(job => job.Run(default));
    }

    async Task<IEnumerable<string>> Rows() => await Sql.QueryAsync<string>("""
        select concat_ws(' ', service_code, starts_on, ends_on, end_reason is not null) from support_link
         where body_id = @Centre order by service_code, starts_on
        """, new { Centre });

    [Test]
    public async Task A_school_that_is_merged_leaves_no_heir_its_support_and_the_body_is_told_once()
    {
        var (heir, head) = (await World.School(), await World.Account(Role.Head, School));
        await Opened(from: -30);
        await Opened(from: -30, until: -10, service: Diagnosis);
        await Opened(from: 10, until: 20, service: "courses");
        await End(School, heir);
        Assert.That(await Rows(), Is.EqualTo(new[]
        {
            $"courses {Today.AddDays(10):O} {Today.AddDays(10):O} t", $"{Diagnosis} {Today.AddDays(-30):O} {Today.AddDays(-10):O} f",
            $"{Tutoring} {Today.AddDays(-30):O} {Today:O} t",
        }));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from support_link where organization_id = @heir", new { heir }), Is.Zero);
        Assert.That((await Told(CentreAccount)).Count(kind => kind == "SupportedLeft"), Is.EqualTo(1));
        Assert.That(await Told(head), Does.Not.Contain("SupportStopped"));
    }

    [Test]
    public async Task A_body_that_closes_stops_its_support_and_each_school_is_told_once()
    {
        var head = await World.Account(Role.Head, School);
        await Opened(from: -30);
        await Opened(from: -30, service: Diagnosis);
        await Sql.ExecuteAsync("update organization set version = 1 where id = @Centre", new { Centre });
        await End(Centre);
        Assert.That(await Rows(), Is.All.EndsWith($"{Today:O} t"));
        Assert.That((await Told(head)).Count(kind => kind == "SupportStopped"), Is.EqualTo(1));
    }
}
