namespace Mentoring.Demo;

/// <summary>Goals with their measures, and roadmap activities spread over the program's term.</summary>
sealed class DemoRoadmaps(DemoRandom random, DemoRows rows, DemoCalendar calendar, DemoTexts texts)
{
    public void Plan(DemoTold told, DateOnly startsOn)
    {
        var (pair, organization) = (told.Pair, told.Pair.Organization);
        var activities = new List<DemoTexts.Activity>();
        for (var at = 0; at < told.Areas.Count; at++)
        {
            var area = texts.Areas[told.Areas[at]];
            var goal = random.Pick(area.Goals);
            var (before, target) = Measures(goal);
            rows.Goals.Add(new(
                random.Id(pair.CreatedAt), told.Id, organization.Id, organization.Region.Code, at + 1, area.Code, goal.Difficulty, goal.Text, goal.Measure,
                    before, target,
                told.Status == "Completed" ? After(before, target, organization.Strength) : null));
            activities.AddRange(random.Some(area.Activities, random.Between(2, 3)));
        }

        var days = pair.EndsOn.DayNumber - startsOn.DayNumber;
        for (var at = 0; at < activities.Count; at++)
        {
            var due = DemoCalendar.WorkingDay(startsOn.AddDays(days * (at + 1) / (activities.Count + 1)));
            var done = DoneOn(told, due);
            rows.Activities.Add(new(
                organization.Region.Code, random.Id(pair.CreatedAt), told.Id, organization.Id, at + 1, activities[at].Text, due,
                    random.Pick(["Mentor", "Mentee", "Both", "Both"]),
                activities[at].Result, done, done is null ? null : random.Pick(texts.Say.Results), done is null ? 1 : 2));
        }
    }

    /// <summary>Activities of a running program are mostly done near their term; some never.</summary>
    DateOnly? DoneOn(DemoTold told, DateOnly due)
    {
        if (told.ActivatedAt is not { } activated || !random.Chance(0.45 + 0.5 * told.Pair.Organization.Strength)) return null;
        var done = due.AddDays(random.Between(-9, 6));
        var last = told.FinishedAt is { } finished ? DemoCalendar.Earlier(DateOnly.FromDateTime(finished), calendar.Today) : calendar.Today;
        return done > DateOnly.FromDateTime(activated) && done <= last ? done : null;
    }

    (decimal Before, decimal Target) Measures(DemoTexts.Goal goal) => goal switch
    {
        { LowerIsBetter: true } when Says(goal, "%") => (random.Between(40, 60), random.Between(15, 25)),
        { LowerIsBetter: true } when Says(goal, "минут") => (random.Between(80, 110), random.Between(50, 60)),
        { LowerIsBetter: true } when Says(goal, "десяти") => (random.Between(7, 9), random.Between(3, 5)),
        { LowerIsBetter: true } => (random.Between(8, 12), random.Between(2, 4)),
        _ when Says(goal, "%") => (random.Between(20, 45), random.Between(65, 90)),
        _ when Says(goal, "десяти") => (random.Between(2, 5), random.Between(7, 9)),
        _ when Says(goal, "восьми") => (random.Between(1, 3), 8),
        _ => (random.Between(0, 2), random.Between(4, 8)),
    };

    decimal After(decimal before, decimal target, double strength) =>
        Math.Round(before + (target - before) * (decimal)(0.35 + 0.6 * strength + random.Between(-15, 20) / 100.0));

    static bool Says(DemoTexts.Goal goal, string unit) => goal.Measure.Contains(unit, StringComparison.Ordinal);
}
