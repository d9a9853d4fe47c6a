using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>
/// Every screen counts the same teachers of a school: six have their main work there. A deputy teaches a few hours, somebody
/// comes from another school twice a week, one has left and one comes next month: none of these is a seventh.
/// </summary>
public sealed class SameTeachersTests : MonitoringTest
{
    Guid _school;
    HttpClient _curator = null!;
    Guid _first, _deputy, _guest;

    [OneTimeSetUp]
    public async Task Staff()
    {
        _school = await World.School();
        _curator = await As(Role.Curator, _school);
        _first = await World.Teacher(_school, "Первая");
        for (var n = 1; n < 6; n++) await World.Teacher(_school);
        _deputy = await World.Teacher(_school, "Заместителева");
        await Employ("update employment set position_code = 'deputy-head', is_teaching = false where person_id = @person", _deputy);
        await Employ(Second, _deputy);
        _guest = await World.Teacher(await World.School(), "Гостева");
        await Employ(Second, _guest);
        await Employ("update person set organization_ids = organization_ids || @_school where id = @person", _guest);
        await Employ("update employment set ended_on = '2026-10-20' where person_id = @person", await World.Teacher(_school, "Ушедшая"));
        await Employ("update employment set started_on = '2026-12-01' where person_id = @person", await World.Teacher(_school, "Будущая"));
        await _curator.Post($"/api/v1/organizations/{_school}/census", new { dueOn = "2026-12-01" }).Gives(201);
        await OpenMonths();
        await RollUp();
    }

    const string Second = """
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), id, region_code, @person, 'teacher', true, false, '2024-09-01' from organization where id = @_school
        """;

    [Test]
    public async Task The_census_the_report_and_the_indicators_count_the_same_teachers()
    {
        var census = await _curator.GetAsync($"/api/v1/organizations/{_school}/census").Ok();
        var id = (string)census["census"]!["id"]!;
        await _curator.Put($"/api/v1/censuses/{id}/entries/{_first}", new { decision = "CanMentor" }).Ok();

        var report = await _curator.GetAsync($"/api/v1/organizations/{_school}/reports/2026").Ok();
        var decided = report["figures"]!.AsArray().Single(f => (string?)f!["code"] == "CensusDecided")!;
        var dashboard = await _curator.GetAsync($"/api/v1/organizations/{_school}/dashboard").Ok();
        var programs = dashboard["indicators"]!.AsArray().Single(i => (string?)i!["code"] == "active-programs")!;
        Assert.Multiple(() =>
        {
            Assert.That(census["teachers"]!.AsArray(), Has.Count.EqualTo(6));
            Assert.That(((int)decided["numerator"]!, (int)decided["denominator"]!), Is.EqualTo((1, 6)));
            Assert.That((int)programs["denominator"]!, Is.EqualTo(6));
        });
    }

    /// <summary>All who work there today, whatever they do and wherever their main work is.</summary>
    [Test]
    public async Task The_checklist_and_the_list_of_people_count_the_same_staff()
    {
        var listed = (await _curator.GetAsync($"/api/v1/organizations/{_school}/people?size=100").Ok())["items"]!.AsArray();
        Assert.That(listed, Has.Count.EqualTo(8));
        Assert.That(await Step("Staff"), Is.EqualTo(8));
    }

    [Test]
    public async Task The_checklist_and_the_list_of_people_count_the_same_needs()
    {
        await Need(_school, _first, 2026, "2026-09-20");
        await Need(_school, _guest, 2026, "2026-09-20");
        await Need(_school, await Sql.QuerySingleAsync<Guid>("select id from person where family_name = 'Ушедшая'"), 2026, "2026-09-20");

        var listed = (await _curator.GetAsync($"/api/v1/organizations/{_school}/people?withNeed=true&size=100").Ok())["items"]!.AsArray();
        Assert.That(listed, Has.Count.EqualTo(2));
        Assert.That(await Step("Need"), Is.EqualTo(2));
    }

    async Task<int> Step(string code)
    {
        JsonNode setup = await (await As(Role.Head, _school)).GetAsync($"/api/v1/organizations/{_school}/setup").Ok();
        return (int)setup["steps"]!.AsArray().Single(s => (string?)s!["code"] == code)!["count"]!;
    }

    Task Employ(string sql, Guid person) => Sql.ExecuteAsync(sql, new { person, _school });
}
