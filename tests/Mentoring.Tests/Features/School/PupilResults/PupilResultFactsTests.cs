using Dapper;
using Mentoring.Api.Features.School.PupilResults;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.PupilResults;

/// <summary>The measures of mentees' pupils, on rows as the product writes them.</summary>
public sealed class PupilResultFactsTests : PupilResultsTest
{
    sealed record Measure(DateOnly Period, string Name, long Numerator, long Denominator, long? NumeratorBefore, long? DenominatorBefore);

    [SetUp]
    public async Task RunLastYear()
    {
        var program = await Active();
        await Sql.ExecuteAsync("""
            update program set starts_on = @From, activated_at = @From::timestamptz, created_at = @From::timestamptz where id = @program;
            update program_participant set joined_on = @From where program_id = @program
            """, new { program, From = new DateOnly(Year, 9, 10) });
    }

    async Task<IReadOnlyList<Measure>> Measures(DateOnly? month = null)
    {
        await using var transaction = await Sql.BeginTransactionAsync();
        await Sql.ExecuteAsync("""
            create temp table indicator_pair on commit drop as
            select @Id::uuid organization_id, m::date period from generate_series(@From::date, @To::date, interval '1 month') m
            """, new { School.Id, From = month ?? new DateOnly(Year - 1, 9, 1), To = month ?? new DateOnly(Year + 1, 8, 1) });
        return (await Sql.QueryAsync<Measure>($"""
            with {PupilResultFacts.Ctes}
            select period, measure as name, numerator::bigint numerator, denominator::bigint denominator, numerator_before::bigint numerator_before,
                   denominator_before::bigint denominator_before
              from pupil_measure order by period, measure
            """)).AsList();
    }

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
        await Curator.Post($"{Results}/{withdrawn}/withdraw", new { version = 1, reason = "x" }).Ok();
        await EndRunning();
        await Sql.ExecuteAsync("update program set finished_at = @At where status = 'EndedEarly'",
            new { At = new DateTime(Year + 1, 5, 31, 12, 0, 0, DateTimeKind.Utc) });
        Assert.That(await Measures(), Is.EqualTo(new[]
        {
            new Measure(new(Year + 1, 5, 1), "vpr-success", 24, 30, null, null),
            new Measure(new(Year + 1, 6, 1), "ege-success", 12, 12, null, null), new Measure(new(Year + 1, 6, 1), "oge-success", 25, 26, null, null),
        }));
        Assert.That(await Measures(new(Year + 1, 6, 1)), Has.Count.EqualTo(2), "only the months asked for");
    }

    [Test]
    public async Task Attainment_is_four_sums_of_the_same_teachers_subjects_and_terms_of_two_years()
    {
        await Attainment("Quarter1", 50, 45, Year, $"{Year}-10-31");
        await Attainment("Quarter1", 25, 20, Year, $"{Year}-10-31", grade: 7);
        await Attainment("Quarter1", 60, 48, Year - 1, $"{Year - 1}-11-01", grade: 5);
        await Attainment("Year", 50, 50, Year, $"{Year + 1}-05-31");
        await Attainment("Year", 50, 10, Year - 1, $"{Year}-05-31");
        await Attainment("Year", 30, 27, Year, $"{Year + 1}-05-31", subject: "physics");
        await Attainment("Year", 20, 15, Year - 1, $"{Year}-05-31", subject: "physics");
        await Attainment("Quarter2", 50, 40, Year, $"{Year}-12-28");
        await Attainment("Quarter1", 40, 40, Year, $"{Year}-10-31", School.Mentor);
        await Attainment("Quarter1", 40, 10, Year - 1, $"{Year - 1}-10-31", School.Mentor);
        Assert.That(await Measures(), Is.EqualTo(new[]
        {
            new Measure(new(Year, 10, 1), "attainment-change", 65, 75, 48, 60), new Measure(new(Year + 1, 5, 1), "attainment-change", 27, 30, 15, 20),
        }), "without a year before, of mentors, and of a whole year beside shorter terms nothing is compared");
    }

    [Test]
    public async Task Participations_count_at_every_stage_and_pupils_once_a_year()
    {
        await Entered(change: body => (body["kind"], body["stage"], body["figure"]) = ("Olympiad", "school", Figure(50, 60, $"{Year}-10-20", 5)));
        await Entered(change: body => (body["kind"], body["stage"], body["figure"]) = ("Olympiad", "municipal", Figure(50, 6, $"{Year}-11-20", 1)));
        await Entered(change: body => (body["kind"], body["stage"], body["grade"], body["figure"])
            = ("Olympiad", "municipal", 7, Figure(25, 2, $"{Year}-11-20", 0)));
        Assert.That(await Measures(), Is.EqualTo(new[]
        {
            new Measure(new(Year, 10, 1), "olympiad-participation", 60, 50, null, null),
            new Measure(new(Year, 11, 1), "olympiad-participation", 8, 25, null, null),
        }));
    }

    [Test]
    public async Task Who_was_no_mentee_in_that_school_year_is_not_counted()
    {
        await Entered(change: body => (body["schoolYear"], body["figure"]) = (Year - 1, Figure(20, 15, $"{Year}-05-15")));
        Assert.That(await Measures(), Is.Empty);
    }
}
