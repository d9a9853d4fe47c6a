using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

[Covers(nameof(ListStaff))]
public sealed class ListStaffTests : ApiTest
{
    [Test]
    public async Task The_staff_is_found_by_name_need_and_position()
    {
        var school = await World.School();
        var anna = await World.Teacher(school, "Соловьёва");
        await World.Teacher(school, "Петрова");
        var left = await World.Teacher(school, "Ушедшая");
        await Sql.ExecuteAsync("update employment set ended_on = '2024-06-01' where person_id = @left", new { left });
        var curator = await As(Role.Curator, school);
        await curator.Put($"/api/v1/organizations/{school}/people/{anna}/need", new { schoolYear = 2026, category = "NewToProfession" }).Ok();

        Assert.That(await Names(""), Is.EqualTo(new[] { "Петрова Анна Петровна", "Соловьёва Анна Петровна" }));
        Assert.That(await Names("search=соловьева"), Has.Length.EqualTo(1));
        Assert.That(await Names("search=Саловьева анна"), Has.Length.EqualTo(1));
        Assert.That(await Names("need=NewToProfession&schoolYear=2026"), Is.EqualTo(new[] { "Соловьёва Анна Петровна" }));
        Assert.That(await Names("withNeed=false&schoolYear=2026"), Is.EqualTo(new[] { "Петрова Анна Петровна" }));
        Assert.That(await Names("position=head"), Is.Empty);
        Assert.That(await Names("former=true"), Is.EqualTo(new[] { "Ушедшая Анна Петровна" }));

        async Task<string[]> Names(string query)
        {
            var page = await curator.GetAsync($"/api/v1/organizations/{school}/people?{query}").Ok();
            return [.. page["items"]!.AsArray().Select(p => (string)p!["name"]!)];
        }
    }

    [Test]
    public async Task Pages_follow_each_other()
    {
        var school = await World.School();
        for (var i = 0; i < 5; i++) await World.Teacher(school, $"Иванова{i}");
        var head = await As(Role.Head, school);
        var first = await head.GetAsync($"/api/v1/organizations/{school}/people?size=3").Ok();
        var second = await head.GetAsync($"/api/v1/organizations/{school}/people?size=3&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        string[] seen = [.. first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(p => (string)p!["personId"]!)];
        Assert.That(seen, Has.Length.EqualTo(5).And.Unique);
        Assert.That(second["next"], Is.Null);
    }

    [Test]
    public async Task Another_schools_staff_is_not_there()
    {
        var curator = await As(Role.Curator, await World.School());
        await curator.GetAsync($"/api/v1/organizations/{await World.School()}/people").IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_regional_analyst_sees_no_people()
    {
        var analyst = await As(Role.RegionalAnalyst, World.Region);
        await analyst.GetAsync($"/api/v1/organizations/{await World.School()}/people").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Bad_input_is_pointed_at()
    {
        var school = await World.School();
        var curator = await As(Role.Curator, school);
        await curator.GetAsync($"/api/v1/organizations/{school}/people?size=1000").PointsTo("/size");
        await curator.GetAsync($"/api/v1/organizations/{school}/people?cursor=forged").PointsTo("/cursor", "cursor.invalid");
        await curator.GetAsync($"/api/v1/organizations/{school}/people?need=Laziness").IsProblem(400, "request.unreadable");
    }
}
