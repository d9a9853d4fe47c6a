using Mentoring.Api.Features.Region.Routes;

namespace Mentoring.Tests.Features.Region.Routes;

[Category("Quick")]
public sealed class RouteDiffTests
{
    static readonly DateOnly Day = new(2026, 9, 1);

    /// <summary>From the last version and the differences back to it, every earlier plan comes out again.</summary>
    [Test]
    public void Differences_lead_back_to_every_earlier_plan()
    {
        var random = new Random(7);
        for (var history = 0; history < 200; history++)
        {
            var plans = new List<List<PlannedActivity>> { Enumerable.Range(0, random.Next(1, 6)).Select(_ => Any(random, Guid.NewGuid())).ToList() };
            while (plans.Count < 5) plans.Add(Next(random, plans[^1]));
            var plan = plans[^1].ToDictionary(a => a.Id);
            for (var at = plans.Count - 1; at > 0; at--)
            {
                foreach (var change in RouteDiff.Between(plans[at - 1], plans[at]))
                {
                    if (change.After is { } after) plan.Remove(after.Id);
                    if (change.Before is { } before) plan[before.Id] = before;
                }

                Assert.That(plan.Values, Is.EquivalentTo(plans[at - 1]));
            }
        }
    }

    [Test]
    public void A_plan_does_not_differ_from_itself()
    {
        var random = new Random(3);
        var plan = Enumerable.Range(0, 5).Select(_ => Any(random, Guid.NewGuid())).ToList();
        Assert.That(RouteDiff.Between(plan, plan), Is.Empty);
        Assert.That(RouteDiff.Between([plan[0]], [plan[0] with { Title = "Другое", ProgramId = Guid.NewGuid() }]).Single().Fields,
            Is.EqualTo(new[] { "title", "programId" }));
    }

    static List<PlannedActivity> Next(Random random, List<PlannedActivity> plan) =>
    [
        .. plan.Where(_ => random.Next(5) > 0).Select(a => random.Next(3) == 0 ? Any(random, a.Id) : a),
        .. Enumerable.Range(0, random.Next(3)).Select(_ => Any(random, Guid.NewGuid())),
    ];

    static PlannedActivity Any(Random random, Guid id) => new(id, (RoadmapSection)random.Next(4), $"Мероприятие {random.Next(9)}", ["methods"], [],
        Day.AddDays(random.Next(100)), Day.AddDays(100 + random.Next(100)), random.Next(2) == 0 ? null : "Ресурс", $"Продукт {random.Next(9)}", null);
}
