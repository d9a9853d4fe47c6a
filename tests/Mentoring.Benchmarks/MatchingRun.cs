using System.Diagnostics;
using Mentoring.Api.Features.School.Matching;

namespace Mentoring.Benchmarks;

/// <summary>The best proposal for a region: 5,000 mentees and 2,000 mentors, every pair of whom may be one.</summary>
public static class MatchingRun
{
    const int Mentees = 5_000;
    const int Mentors = 2_000;
    static readonly TimeSpan Goal = TimeSpan.FromSeconds(10);

    /// <returns>Whether the goal was met.</returns>
    public static bool Measure()
    {
        var input = Region(new Random(1));
        var watch = Stopwatch.StartNew();
        var plan = MatchPlan.Of(input);
        watch.Stop();
        Console.WriteLine($"matching: {Mentees} mentees, {Mentors} mentors, {plan.Pairs.Count} pairs, {plan.Pairs.Sum(pair => pair.Score.Points)} points, "
            + $"{watch.Elapsed.TotalSeconds:0.0} s (goal: under {Goal.TotalSeconds:0} s), peak memory {Environment.WorkingSet / 1024 / 1024} MB");
        return watch.Elapsed < Goal;
    }

    static MatchInput Region(Random random)
    {
        var schools = Enumerable.Range(0, 400).Select(i => (Id: Guid.NewGuid(), Territory: $"m{i % 30}")).ToArray();
        UInt128 Bits(int of, int count) => Enumerable.Range(0, count).Aggregate(UInt128.Zero, (all, _) => all | UInt128.One << random.Next(of));
        var mentees = Enumerable.Range(0, Mentees).Select(_ => schools[random.Next(schools.Length)])
            .Select(school => new Mentee(Guid.NewGuid(), school.Id, school.Territory)
            {
                Difficulties = [.. Enumerable.Range(0, random.Next(1, 5))
                .Select(_ => new Difficulty(Bits(10, 1), random.Next(3) == 0 ? 0 : Bits(8, 1), random.Next(1, 4)))],
                Subjects = Bits(25, 1), Remote = true,
            }).ToList();
        var mentors = Enumerable.Range(0, Mentors).Select(_ => schools[random.Next(schools.Length)]).Select(school =>
            new Mentor(Guid.NewGuid(), school.Id, school.Territory, random.Next(1, 5), random.Next(0, 2))
            {
                Areas = Bits(10, 3), Topics = Bits(8, 3), Subjects = Bits(25, 2), Remote = true,
            }).ToList();
        return new(mentees, mentors);
    }
}
