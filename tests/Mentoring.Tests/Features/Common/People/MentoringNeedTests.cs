using System.Net;
using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

[Covers(nameof(ClearMentoringNeed), nameof(SetMentoringNeed))]
public sealed class MentoringNeedTests : ApiTest
{
    static object Need(int year = 2026, string category = "NewInStaff") => new { schoolYear = year, category, note = "Первый год в школе" };

    [Test]
    public async Task A_need_is_noted_changed_and_taken_back()
    {
        var (school, teacher, curator) = await Given();
        var path = $"/api/v1/organizations/{school}/people/{teacher}/need";

        await curator.Put(path, Need()).Ok();
        await curator.Put(path, Need(category: "NewTechnology")).Ok();
        var needs = (await curator.GetAsync($"/api/v1/people/{teacher}").Ok())["needs"]!.AsArray();
        Assert.That(needs.Select(n => (string?)n!["category"]), Is.EqualTo(new[] { "NewTechnology" }));

        using var cleared = await curator.DeleteAsync($"{path}?schoolYear=2026");
        Assert.That(cleared.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await curator.DeleteAsync($"{path}?schoolYear=2026").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Another_reason_leaves_the_day_from_which_a_mentor_is_needed()
    {
        var (school, teacher, curator) = await Given();
        var path = $"/api/v1/organizations/{school}/people/{teacher}/need";
        await curator.Put(path, Need()).Ok();
        await Sql.ExecuteAsync("update mentoring_need set noted_on = '2026-09-05' where person_id = @teacher", new { teacher });
        Assert.That((string?)(await curator.Put(path, Need(category: "NewTechnology")).Ok())["notedOn"], Is.EqualTo("2026-09-05"));
    }

    [Test]
    public async Task A_need_is_noted_only_where_the_person_works()
    {
        var (school, teacher, curator) = await Given();
        var other = await World.School();
        await curator.Put($"/api/v1/organizations/{other}/people/{teacher}/need", Need()).IsProblem(404, "not-found");
        await curator.Put($"/api/v1/organizations/{school}/people/{await World.Teacher(other)}/need", Need()).IsProblem(404, "not-found");
        await (await As(Role.Curator, other)).DeleteAsync($"/api/v1/organizations/{school}/people/{teacher}/need").IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_head_reads_and_does_not_write()
    {
        var (school, teacher, _) = await Given();
        var head = await As(Role.Head, school);
        await head.Put($"/api/v1/organizations/{school}/people/{teacher}/need", Need()).IsProblem(403, "permission.missing");
        await head.DeleteAsync($"/api/v1/organizations/{school}/people/{teacher}/need").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Bad_input_is_pointed_at()
    {
        var (school, teacher, curator) = await Given();
        var path = $"/api/v1/organizations/{school}/people/{teacher}/need";
        await curator.Put(path, Need(year: 26)).PointsTo("/schoolYear");
        await curator.Put(path, new { schoolYear = 2026, category = "Other" }).PointsTo("/category", "request.unreadable");
        await curator.Put(path, new { schoolYear = 2026 }).PointsTo("/category");
    }

    async Task<(Guid School, Guid Teacher, HttpClient Curator)> Given()
    {
        var school = await World.School();
        return (school, await World.Teacher(school), await As(Role.Curator, school));
    }
}
