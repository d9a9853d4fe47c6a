using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Every indicator that counts programs is counted again here, by the one rule of when a program runs.</summary>
public sealed class RunningProgramsTests : MonitoringTest
{
    sealed record Fact(
        DateOnly StartsOn, DateOnly ActivatedOn, DateOnly? FinishedOn, Guid Mentor, DateOnly? MentorLeftOn, Guid Mentee,
            DateOnly[] Meetings, (DateOnly Due, bool Done)[] Plan);

    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    [TestCase(1), TestCase(2), TestCase(3)]
    public async Task All_indicators_agree_on_when_a_program_runs(int seed)
    {
        var random = new Random(seed);
        var school = await World.School();
        Guid[] people = [await World.Teacher(school), await World.Teacher(school), await World.Teacher(school), await World.Teacher(school)];
        foreach (var person in people) await Need(school, person, 2026, "2026-09-01");
        var facts = new List<Fact>();
        for (var i = 0; i < 12; i++) facts.Add(await Make(random, school, people, facts));
        await RollUp();

        for (var month = new DateOnly(2026, 9, 1); month <= new DateOnly(2026, 11, 1); month = month.AddMonths(1))
        {
            var (last, name) = (month.AddMonths(1).AddDays(-1), month.ToString("yyyy-MM", null));
            bool In(DateOnly day) => day >= month && day <= last;
            var ran = facts.Where(f => f.StartsOn <= last && f.ActivatedOn <= last && (f.FinishedOn is null || f.FinishedOn >= month)).ToList();
            var atEnd = ran.Where(f => f.FinishedOn is null || f.FinishedOn > last).ToList();
            async Task Counts(string indicator, int numerator, int denominator) =>
                Assert.That(await Kept(school, name, indicator), Is.EqualTo($"{numerator}/{denominator}"), $"{name} {indicator}");

            await Counts("active-programs", atEnd.Count, people.Length);
            var guided = atEnd.Where(f => f.MentorLeftOn is null || f.MentorLeftOn > last).ToList();
            await Counts("mentor-load", guided.Count, guided.Select(f => f.Mentor).Distinct().Count());
            await Counts("need-coverage", guided.Select(f => f.Mentee).Distinct().Count(), people.Length);
            await Counts("meetings-per-program", ran.Sum(f => f.Meetings.Count(In)), ran.Count);
            await Counts("roadmap-completion", ran.Sum(f => f.Plan.Count(a => In(a.Due) && a.Done)), ran.Sum(f => f.Plan.Count(a => In(a.Due))));
        }
    }

    async Task<Fact> Make(Random random, Guid school, Guid[] people, List<Fact> others)
    {
        DateOnly Day(DateOnly from, int within) => from.AddDays(random.Next(within));
        static string Noon(DateOnly day) => $"{day:yyyy-MM-dd}T09:00Z";
        var activated = Day(new(2026, 9, 1), 60);
        var starts = Day(activated.AddDays(-20), 60);
        DateOnly? finished = random.Next(3) == 0 ? Day(activated, 50) : null;
        // No pair runs two programs at once.
        Guid[] pair;
        do
        {
            pair = [.. people];
            random.Shuffle(pair);
        } while (others.Any(other => other.Mentor == pair[0] && other.Mentee == pair[1]));

        var fact = new Fact(starts, activated, finished, pair[0], random.Next(4) == 0 ? Day(activated, 50) : null, pair[1],
            [.. Enumerable.Range(0, 3).Select(_ => Day(new(2026, 9, 1), 70))],
            [.. Enumerable.Range(0, 3).Select(_ => (Day(new(2026, 9, 1), 85), random.Next(2) == 0))]);

        var program = await Program(school, Noon(activated), finished is { } end ? Noon(end) : null, finished is null ? "Active" : "Completed");
        await Sql.ExecuteAsync("update program set starts_on = @starts where id = @program", new { starts, program });
        await Join(program, fact.Mentor, "Mentor", "2026-08-01", fact.MentorLeftOn is { } left ? $"{left:yyyy-MM-dd}" : null);
        await Join(program, fact.Mentee, "Mentee", "2026-08-01");
        foreach (var day in fact.Meetings) await Meeting(program, Noon(day));
        foreach (var (due, done) in fact.Plan) await Activity(program, $"{due:yyyy-MM-dd}", done ? $"{due:yyyy-MM-dd}" : null);
        return fact;
    }
}
