using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Organizations;

[Covers(nameof(GetOrganization))]
public sealed class GetOrganizationTests : ApiTest
{
    [Test]
    public async Task The_history_stands_beside_the_facts()
    {
        var school = await World.School();
        await Sql.ExecuteAsync("""
            insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail) values
                (gen_random_uuid(), @school, @Region, 'Opened', '1998-09-01', '{}'),
                (gen_random_uuid(), @school, @Region, 'Renamed', '2024-03-01', '{"nameShort":{"from":"Школа","to":"СОШ"}}')
            """, new { school, World.Region });

        var read = await As(await World.Account()).GetAsync($"/api/v1/organizations/{school}").Ok();

        Assert.That((string?)read["regionNameRu"], Is.EqualTo("Тверская область"));
        Assert.That(read["events"]!.AsArray().Select(e => (string?)e!["kind"]), Is.EqualTo(new[] { "Renamed", "Opened" }));
        Assert.That((string?)read["events"]![0]!["detail"]!["nameShort"]!["from"], Is.EqualTo("Школа"));
    }

    [Test]
    public async Task An_unknown_one_is_not_found()
    {
        await As(await World.Account()).GetAsync($"/api/v1/organizations/{Guid.NewGuid()}").IsProblem(404, "not-found");
        await Anonymous().GetAsync($"/api/v1/organizations/{Guid.NewGuid()}").IsProblem(401, "token.missing");
    }
}
