using System.IO.Compression;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.School.Reports;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Features.School.Reports;

/// <summary>The curator's report of a school year: written, approved, kept.</summary>
[Covers(nameof(ApproveReport), nameof(ExportReport), nameof(GetReport), nameof(WriteReport))]
public sealed class SchoolReportTests : ProgramTest
{
    int Year => SchoolYear.Of(Now);

    string Report => $"/api/v1/organizations/{School.Id}/reports/{Year}";

    static object Words(int version = 0, string conclusions = "Пары работают ровно.") =>
        new { version, conclusions, proposals = "Найти ещё двух наставников." };

    static JsonNode Figure(JsonNode report, string code) => report["figures"]!.AsArray().Single(f => (string?)f!["code"] == code)!;

    [SetUp]
    public async Task StartAfresh() => await Sql.ExecuteAsync("delete from school_report where organization_id = @Id", new { School.Id });

    [Test]
    public async Task A_report_is_drafted_from_the_data_approved_by_the_head_and_kept_as_it_was()
    {
        var program = await Active();
        await HeldMeeting(program);
        var empty = await Head.GetAsync(Report).Ok();
        Assert.That(((string?)empty["status"], (int)empty["version"]!, (bool)empty["mayApprove"]!), Is.EqualTo(("None", 0, false)));

        Assert.That((int)(await Curator.Put(Report, Words()).Ok())["version"]!, Is.EqualTo(1));
        await Curator.Put(Report, Words()).IsProblem(412, "version.stale");
        await Curator.Post($"{Report}/approve", new { version = 1 }).IsProblem(403, "permission.missing");
        var held = (int)Figure(await Head.GetAsync(Report).Ok(), "MeetingsHeld")["numerator"]!;
        Assert.That(held, Is.Positive);
        await Head.Post($"{Report}/approve", new { version = 1 }).Ok();

        await HeldMeeting(program);
        var kept = await Curator.GetAsync(Report).Ok();
        Assert.That(((string?)kept["status"], (bool)kept["mayWrite"]!, (int)Figure(kept, "MeetingsHeld")["numerator"]!), Is.EqualTo(("Approved", false, held)));
        await Curator.Put(Report, Words(2)).IsProblem(409, "report.approved");
        await Head.Post($"{Report}/approve", new { version = 2 }).IsProblem(409, "report.approved");
        Assert.That(async () => await Sql.ExecuteAsync("update school_report set conclusions = 'x' where organization_id = @Id", new { School.Id }),
            Throws.InstanceOf<PostgresException>());
    }

    [Test]
    public async Task Fewer_than_five_persons_are_not_told_of()
    {
        await Sql.ExecuteAsync("""
            insert into program_evaluation (program_id, person_id, organization_id, region_code, role, goals_reached, usefulness, atmosphere, summary,
                evaluated_at)
            select @program, @Mentee, organization_id, region_code, 'Mentee', 5, 5, 5, 'x', @at from program where id = @program
            """, new { program = await Active(), School.Mentee, at = Clock.GetUtcNow().UtcDateTime });
        var rating = Figure(await Curator.GetAsync(Report).Ok(), "MenteesRating");
        Assert.That(((int?)rating["numerator"], (int?)rating["denominator"]), Is.EqualTo(((int?)null, (int?)null)));
    }

    [Test]
    public async Task The_file_carries_the_conclusions()
    {
        await Curator.Put(Report, Words(conclusions: "Наставничество помогло удержать молодых учителей.")).Ok();
        Assert.That(await Document(), Does.Contain("помогло удержать").And.Contain("Аналитический отчёт"));
    }

    [Test]
    public async Task A_character_that_no_document_can_hold_is_dropped_where_it_comes_in_and_where_an_older_row_is_written()
    {
        await Curator.Put(Report, Words(conclusions: "Итоги\u000b\u000c\u0001\ufffeгода")).Ok();
        Assert.That((string?)(await Curator.GetAsync(Report).Ok())["conclusions"], Is.EqualTo("Итогигода"));
        await Sql.ExecuteAsync("""
            update school_report set conclusions = 'Из' || chr(11) || chr(12) || chr(1) || chr(65534) || 'давна' where organization_id = @Id
            """, new { School.Id });
        Assert.That(await Document(), Does.Contain("Издавна"));
        await Head.Post($"{Report}/approve", new { version = 1 }).Ok();
        Assert.That(await Document(), Does.Contain("Издавна"));
    }

    async Task<string> Document()
    {
        using var file = await Head.GetAsync($"{Report}/document.docx");
        Assert.That((int)file.StatusCode, Is.EqualTo(200), Failures.Last);
        await using var docx = new ZipArchive(await file.Content.ReadAsStreamAsync());
        using var text = new StreamReader(await docx.GetEntry("word/document.xml")!.OpenAsync());
        return await text.ReadToEndAsync();
    }

    [Test]
    public async Task The_locks_hold()
    {
        foreach (var path in new[] { Report, $"{Report}/document.docx" })
        {
            await Stranger.GetAsync(path).IsProblem(404, "not-found");
            await Mentor.GetAsync(path).IsProblem(403, "permission.missing");
        }

        await Stranger.Put(Report, Words()).IsProblem(404, "not-found");
        await Mentor.Put(Report, Words()).IsProblem(403, "permission.missing");
        await Curator.Put(Report, Words(conclusions: " ")).PointsTo("/conclusions");
        await Curator.GetAsync($"/api/v1/organizations/{School.Id}/reports/{Year + 1}").PointsTo("/schoolYear", "report.year-not-begun");
        await Curator.GetAsync($"/api/v1/organizations/{School.Id}/reports/1990").PointsTo("/schoolYear");
        await Head.Post($"{Report}/approve", new { version = 1 }).IsProblem(404, "not-found");
        await (await As(Mentoring.Api.Platform.Role.Head, await World.School("05701000", World.OtherRegion))).Post($"{Report}/approve", new { version = 1 })
            .IsProblem(404, "not-found");
    }
}
