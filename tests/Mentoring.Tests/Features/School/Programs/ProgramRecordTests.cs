using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Programs as part of professional development and of the school's methodical work.</summary>
[Covers(nameof(AddProgramRecord), nameof(ListProgramRecords), nameof(WithdrawProgramRecord))]
public sealed class ProgramRecordTests : ProgramTest
{
    static object Course(int? hours = 36, string? provider = "Институт развития образования", string endsOn = "2026-04-30") =>
        new { kind = "ProfessionalDevelopment", title = "Современный урок", provider, hours, documentNumber = "ПК-0417", startsOn = "2026-03-02", endsOn };

    [Test]
    public async Task A_program_is_tied_to_courses_and_to_the_methodical_plan()
    {
        var id = await Active();
        await Mentor.Post($"{Path}/{id}/records",
            new { kind = "MethodicalWork", title = "Неделя открытых уроков", startsOn = "2026-02-02", endsOn = "2026-02-08" }).Gives(201);
        var course = (Guid)(await Mentee.Post($"{Path}/{id}/records", Course()).Gives(201))["id"]!;

        var seen = await Council.GetAsync($"{Path}/{id}/records").Ok();
        Assert.That((bool)seen["mayAdd"]!, Is.False);
        Assert.That(seen["items"]!.AsArray().Select(r => ((string?)r!["kind"], (string?)r["title"], (int?)r["hours"], (string?)r["documentNumber"])),
            Is.EqualTo(new[]
        {
            ("ProfessionalDevelopment", "Современный урок", (int?)36, "ПК-0417"), ("MethodicalWork", "Неделя открытых уроков", null, null),
        }));

        await Mentor.DeleteAsync($"{Path}/{id}/records/{course}").IsProblem(403, "record.not-own");
        await Curator.DeleteAsync($"{Path}/{id}/records/{course}").Ok();
        await Curator.DeleteAsync($"{Path}/{id}/records/{course}").IsProblem(404, "not-found");
        Assert.That((await Mentee.GetAsync($"{Path}/{id}/records").Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_course_has_a_provider_and_hours_and_an_item_of_the_plan_has_none()
    {
        var id = await Active();
        await Mentor.Post($"{Path}/{id}/records", Course(hours: null)).PointsTo("/hours");
        await Mentor.Post($"{Path}/{id}/records", Course(hours: 2001)).PointsTo("/hours");
        await Mentor.Post($"{Path}/{id}/records", Course(provider: " ")).PointsTo("/provider");
        await Mentor.Post($"{Path}/{id}/records", Course(endsOn: "2026-03-01")).PointsTo("/endsOn");
        await Mentor.Post($"{Path}/{id}/records",
            new { kind = "MethodicalWork", title = "Семинар", hours = 4, startsOn = "2026-02-02", endsOn = "2026-02-02" }).PointsTo("/hours");
    }

    [Test]
    public async Task Only_those_who_work_on_the_program_tie_it_and_strangers_do_not_see_it()
    {
        var id = await Active();
        await Stranger.GetAsync($"{Path}/{id}/records").IsProblem(404, "not-found");
        await Stranger.Post($"{Path}/{id}/records", Course()).IsProblem(404, "not-found");
        await Stranger.DeleteAsync($"{Path}/{id}/records/{Guid.CreateVersion7()}").IsProblem(404, "not-found");
        await Council.Post($"{Path}/{id}/records", Course()).IsProblem(403, "permission.missing");
        await Council.DeleteAsync($"{Path}/{id}/records/{Guid.CreateVersion7()}").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Programs_are_counted_by_purpose()
    {
        await Draft(p => p["purposeCode"] = "peer-exchange");
        await Submitted(p => p["purposeCode"] = "peer-exchange");
        async Task<int> Count(HttpClient who, string query) => (int?)(await who.GetAsync($"{Path}/counts/purposes?{query}").Ok())
            .AsArray().SingleOrDefault(item => (string?)item!["purpose"] == "peer-exchange")?["count"] ?? 0;
        Assert.That(await Count(Curator, $"organizationId={School.Id}"), Is.EqualTo(2));
        Assert.That(await Count(Curator, "status=Draft"), Is.EqualTo(1));
        Assert.That(await Count(Stranger, ""), Is.Zero);
        await Stranger.GetAsync($"{Path}/counts/purposes?organizationId={School.Id}").IsProblem(404, "not-found");
        await (await As(Mentoring.Api.Platform.Role.RegionalAnalyst, World.OtherRegion)).GetAsync($"{Path}/counts/purposes")
            .IsProblem(403, "permission.missing");
    }
}
