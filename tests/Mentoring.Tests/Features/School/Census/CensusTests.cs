using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.School.Census;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Census;

/// <summary>Once a year the school thinks of every teacher.</summary>
[Covers(nameof(CompleteCensus), nameof(DecideCensusEntry), nameof(GetCensus), nameof(OpenCensus))]
public sealed class CensusTests : ProfileTest
{
    static int Year => SchoolYear.Of(Today);

    /// <summary>A school of its own with two teachers.</summary>
    async Task<(Guid School, HttpClient Curator, Guid First, Guid Second)> NewSchool()
    {
        var school = await World.School();
        return (school, await As(Role.Curator, school), await World.Teacher(school, "Ветеранова"), await World.Teacher(school, "Молодцова"));
    }

    static async Task<string> Open(HttpClient curator, Guid school) =>
        (string)(await curator.Post($"/api/v1/organizations/{school}/census", new { dueOn = $"{Today.AddDays(20):O}" }).Gives(201))["id"]!;

    [Test]
    public async Task A_census_is_completed_when_every_teacher_was_decided_about_and_becomes_the_needs_of_the_year()
    {
        var (school, curator, first, second) = await NewSchool();
        var id = await Open(curator, school);
        await curator.Put($"/api/v1/censuses/{id}/entries/{first}", new { decision = "CanMentor" }).Ok();
        await curator.Post($"/api/v1/censuses/{id}/complete", new { version = 1 }).IsProblem(409, "census.undecided");
        await curator.Put($"/api/v1/censuses/{id}/entries/{second}", new { decision = "NeedsMentor", category = "NewInStaff", note = "Пришла в октябре" }).Ok();
        var done = await curator.Post($"/api/v1/censuses/{id}/complete", new { version = 1 }).Ok();
        Assert.That(((int)done["needsMentor"]!, (int)done["canMentor"]!), Is.EqualTo((1, 1)));
        Assert.That(await Sql.QuerySingleAsync<string>("select category from mentoring_need where person_id = @second and school_year = @Year",
            new { second, Year }), Is.EqualTo("NewInStaff"));

        await curator.Put($"/api/v1/censuses/{id}/entries/{first}", new { decision = "NoNeed" }).IsProblem(409, "census.done");
        Assert.That((string?)(await curator.GetAsync($"/api/v1/organizations/{school}/census").Ok())["census"]!["status"], Is.EqualTo("Done"));
    }

    [Test]
    public async Task A_decision_against_a_noted_need_takes_it_back()
    {
        var (school, curator, first, second) = await NewSchool();
        await curator.Put($"/api/v1/organizations/{school}/people/{first}/need", new { schoolYear = Year, category = "NewTechnology" }).Ok();
        var id = await Open(curator, school);
        foreach (var person in (Guid[])[first, second]) await curator.Put($"/api/v1/censuses/{id}/entries/{person}", new { decision = "NoNeed" }).Ok();
        await curator.Post($"/api/v1/censuses/{id}/complete", new { version = 1 }).Ok();
        Assert.That(await Sql.QuerySingleAsync<long>("select count(*) from mentoring_need where organization_id = @school", new { school }), Is.Zero);
    }

    [Test]
    public async Task One_census_a_year_with_a_day_within_it()
    {
        var (school, curator, _, _) = await NewSchool();
        await curator.Post($"/api/v1/organizations/{school}/census", new { dueOn = $"{Today.AddDays(-1):O}" }).IsProblem(409, "census.dates");
        await curator.Post($"/api/v1/organizations/{school}/census", new { dueOn = $"{Today.AddYears(2):O}" }).PointsTo("/dueOn", "census.after-the-year");
        await Open(curator, school);
        await curator.Post($"/api/v1/organizations/{school}/census", new { dueOn = $"{Today.AddDays(20):O}" }).IsProblem(409, "census.exists");
    }

    [Test]
    public async Task What_is_known_of_a_teacher_speaks_for_a_decision()
    {
        var (school, curator, first, second) = await NewSchool();
        await Sql.ExecuteAsync("""
            update person set birth_date = '2001-05-05' where id = @second; update employment set started_on = @From where person_id = @second
            """, new { second, From = Today.AddDays(-60) });
        await curator.Post($"/api/v1/organizations/{school}/people/{first}/wishes", new { wish = "Mentor", note = "" }).Gives(201);
        var seen = await curator.GetAsync($"/api/v1/organizations/{school}/census").Ok();
        var teachers = seen["teachers"]!.AsArray().ToDictionary(t => (Guid)t!["personId"]!, t => t!);
        Assert.That(((string?)teachers[second]["suggested"], (bool)teachers[first]["wantsToMentor"]!, (string?)teachers[first]["suggested"]),
            Is.EqualTo(("NewToProfession", true, (string?)null)));
    }

    [Test]
    public async Task The_job_opens_the_census_of_a_school_with_a_curator_and_reminds_once()
    {
        var (school, curator, _, _) = await NewSchool();
        var job = ActivatorUtilities.CreateInstance<RemindOfCensus>(Services);
        await job.Run(CancellationToken.None);
        Assert.That((await curator.GetAsync($"/api/v1/organizations/{school}/census").Ok())["census"], Is.Not.Null);

        await Sql.ExecuteAsync("update census set opened_on = @Day, due_on = @Day where organization_id = @school", new { school, Day = Today.AddDays(-3) });
        await job.Run(CancellationToken.None);
        await job.Run(CancellationToken.None);
        var seen = await curator.GetAsync($"/api/v1/organizations/{school}/census").Ok();
        Assert.That((bool)seen["overdue"]!, Is.True);
        Assert.That(seen["census"]!["reminders"]!.AsArray().Select(r => (string?)r), Does.Contain("Overdue"));
        Assert.That(await Sql.QuerySingleAsync<long>("select count(*) from census_reminder where organization_id = @school and kind = 'Overdue'",
            new { school }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_school_whose_census_cannot_be_opened_holds_up_no_other()
    {
        var ((broken, curator, _, _), (sound, other, _, _)) = (await NewSchool(), await NewSchool());
        await using (await Poison.In(Sql, "census", broken, "organization_id"))
            await ActivatorUtilities.CreateInstance<RemindOfCensus>(Services).Run(CancellationToken.None);
        Assert.That((await curator.GetAsync($"/api/v1/organizations/{broken}/census").Ok())["census"], Is.Null);
        Assert.That((await other.GetAsync($"/api/v1/organizations/{sound}/census").Ok())["census"], Is.Not.Null);
    }

    [Test]
    public async Task What_cannot_be_opened_stays_told_of_though_nothing_has_to_be_reminded_of()
    {
        var (broken, _, _, _) = await NewSchool();
        var job = ActivatorUtilities.CreateInstance<RemindOfCensus>(Services);
        Task<int> Attempts() => Sql.ExecuteScalarAsync<int>("select attempts from due_failure where item like @like", new { like = $"%{broken}%" });
        await using (await Poison.In(Sql, "census", broken, "organization_id"))
        {
            await job.Run(CancellationToken.None);
            await Sql.ExecuteAsync("update due_failure set due_at = '2020-01-01'");
            await job.Run(CancellationToken.None);
        }

        Assert.That(await Attempts(), Is.EqualTo(2));
        await Sql.ExecuteAsync("update due_failure set due_at = '2020-01-01'");
        await job.Run(CancellationToken.None);
        Assert.That(await Attempts(), Is.Zero);
    }

    [Test]
    public async Task Others_find_nothing_and_the_head_only_reads()
    {
        var (school, curator, first, _) = await NewSchool();
        var id = await Open(curator, school);
        var head = await As(Role.Head, school);
        await head.GetAsync($"/api/v1/organizations/{school}/census").Ok();
        await head.Put($"/api/v1/censuses/{id}/entries/{first}", new { decision = "NoNeed" }).IsProblem(403, "permission.missing");
        await head.Post($"/api/v1/organizations/{school}/census", new { dueOn = $"{Today:O}" }).IsProblem(403, "permission.missing");
        await Stranger.GetAsync($"/api/v1/organizations/{school}/census").IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/organizations/{school}/census", new { dueOn = $"{Today:O}" }).IsProblem(404, "not-found");
        await Stranger.Put($"/api/v1/censuses/{id}/entries/{first}", new { decision = "NoNeed" }).IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/censuses/{id}/complete", new { version = 1 }).IsProblem(404, "not-found");
        await curator.Put($"/api/v1/censuses/{id}/entries/{School.Mentor}", new { decision = "NoNeed" }).IsProblem(404, "not-found");
        await curator.Put($"/api/v1/censuses/{id}/entries/{first}", new { decision = "NeedsMentor" }).PointsTo("/category");
        await curator.Post($"/api/v1/censuses/{id}/complete", new { version = 5 }).IsProblem(412, "version.stale");
    }
}
