using Dapper;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.PupilResults;

/// <summary>Indicators of mentees' pupils, on rows as the product writes them.</summary>
public sealed class PupilSumsTests : PupilResultsTest
{
    Sums _sums = null!;

    [SetUp]
    public async Task RunLastYear()
    {
        _sums = new(Services, Sql, Today);
        var program = await Active();
        await Sql.ExecuteAsync("""
            update program set starts_on = @From, activated_at = @From::timestamptz, created_at = @From::timestamptz where id = @program;
            update program_participant set joined_on = @From where program_id = @program;
            """, new { program, From = new DateOnly(Year, 9, 10) });
    }

    /// <summary>What is kept of the indicators in a month of the year, after a roll-up that agrees with the facts.</summary>
    async Task<string> Kept(int month, params string[] indicators)
    {
        await _sums.RollUp();
        Assert.That(await _sums.Differences(), Is.Zero);
        var of = new DateOnly(month >= 9 ? Year : Year + 1, month, 1);
        return string.Join(' ', await Task.WhenAll(indicators.Select(async one => await _sums.Of(School.Id, of, one))));
    }

    async Task<string> Attainment(int month) =>
        $"{await Kept(month, "attainment-share")} {await _sums.Of(School.Id, new(month >= 9 ? Year : Year + 1, month, 1), "attainment-before")}";

    Task<Guid> Attainment(string term, int pupils, int successful, int year, string day, Guid? person = null, string subject = "mathematics", int grade = 6) =>
        Entered(change: body =>
        {
            (body["kind"], body["term"], body["schoolYear"], body["subject"], body["grade"]) = ("Attainment", term, year, subject, grade);
            (body["personId"], body["figure"]) = (person ?? School.Mentee, Figure(pupils, successful, day));
        });

    [Test]
    public async Task Tests_and_exams_are_three_series_of_mentees_pupils_in_the_month_of_the_result()
    {
        await Entered(change: body => body["figure"] = Figure(20, 15));
        await Entered(change: body => (body["grade"], body["figure"]) = (7, Figure(10, 9)));
        await Entered(change: body => (body["kind"], body["grade"], body["figure"]) = ("Oge", 9, Figure(26, 25, $"{Year + 1}-06-20")));
        await Entered(change: body => (body["kind"], body["grade"], body["figure"]) = ("Ege", 11, Figure(12, 12, $"{Year + 1}-06-20")));
        await Entered(change: body => (body["personId"], body["figure"]) = (School.Mentor, Figure(30, 1)));
        var withdrawn = await Entered(change: body => body["grade"] = 8);
        Assert.That(await Kept(5, "vpr-success"), Is.EqualTo("44/56"));
        await Curator.Post($"{Results}/{withdrawn}/withdraw", new { version = 1, reason = "x" }).Ok();
        await EndRunning();
        await Sql.ExecuteAsync("update program set finished_at = @At where status = 'EndedEarly'",
            new { At = new DateTime(Year + 1, 5, 31, 12, 0, 0, DateTimeKind.Utc) });
        Assert.That(await Kept(5, "vpr-success"), Is.EqualTo("24/30"));
        Assert.That(await _sums.Of(School.Id, new(Year + 1, 6, 1), "ege-success"), Is.EqualTo("12/12"));
        Assert.That(await _sums.Of(School.Id, new(Year + 1, 6, 1), "oge-success"), Is.EqualTo("25/26"));
        Assert.That(await _sums.Of(School.Id, new(Year + 1, 6, 1), "vpr-success"), Is.EqualTo("0/0"));
    }

    [Test]
    public async Task Attainment_stands_beside_that_of_the_same_teachers_subjects_and_terms_a_year_before()
    {
        await Attainment("Quarter1", 50, 45, Year, $"{Year}-10-31");
        Assert.That(await Attainment(10), Is.EqualTo("0/0 0/0"), "there is nothing to compare with");
        await Attainment("Quarter1", 60, 48, Year - 1, $"{Year - 1}-11-01", grade: 5);
        Assert.That(await Attainment(10), Is.EqualTo("45/50 48/60"), "the figure of the year before brings both");
        await Attainment("Quarter1", 25, 20, Year, $"{Year}-10-31", grade: 7);
        await Attainment("Year", 50, 50, Year, $"{Year + 1}-05-31");
        await Attainment("Year", 50, 10, Year - 1, $"{Year}-05-31");
        await Attainment("Year", 30, 27, Year, $"{Year + 1}-05-31", subject: "physics");
        await Attainment("Year", 20, 15, Year - 1, $"{Year}-05-31", subject: "physics");
        await Attainment("Quarter2", 50, 40, Year, $"{Year}-12-28");
        await Attainment("Quarter1", 40, 40, Year, $"{Year}-10-31", School.Mentor);
        await Attainment("Quarter1", 40, 10, Year - 1, $"{Year - 1}-10-31", School.Mentor);
        Assert.That((await Attainment(10), await Attainment(12), await Attainment(5)), Is.EqualTo(("65/75 48/60", "0/0 0/0", "27/30 15/20")),
            "without a year before, of mentors, and of a whole year beside shorter terms nothing is compared");
    }

    [Test]
    public async Task Participations_count_at_every_stage_and_pupils_once_a_year()
    {
        await Entered(change: body => (body["kind"], body["stage"], body["figure"]) = ("Olympiad", "municipal", Figure(50, 6, $"{Year}-11-20", 1)));
        Assert.That(await Kept(11, "olympiad-participation"), Is.EqualTo("6/50"));
        await Entered(change: body => (body["kind"], body["stage"], body["figure"]) = ("Olympiad", "school", Figure(50, 60, $"{Year}-10-20", 5)));
        await Entered(change: body => (body["kind"], body["stage"], body["grade"], body["figure"])
            = ("Olympiad", "municipal", 7, Figure(25, 2, $"{Year}-11-20", 0)));
        Assert.That((await Kept(10, "olympiad-participation"), await Kept(11, "olympiad-participation")), Is.EqualTo(("60/50", "8/25")),
            "an earlier stage takes the pupils to its month");
    }

    [Test]
    public async Task Who_was_no_mentee_in_that_school_year_is_not_counted_until_a_program_says_so()
    {
        await Entered(change: body => (body["schoolYear"], body["figure"]) = (Year, Figure(20, 15, $"{Year}-09-05")));
        Assert.That(await Kept(9, "vpr-success"), Is.EqualTo("0/0"), "the figure is older than the program");
        await Sql.ExecuteAsync("""
            update program set starts_on = @At, activated_at = @At::timestamptz, created_at = @At::timestamptz;
            update program_participant set joined_on = @At;
            """, new { At = new DateOnly(Year, 9, 1) });
        Assert.That(await Kept(9, "vpr-success"), Is.EqualTo("15/20"));
    }
}
