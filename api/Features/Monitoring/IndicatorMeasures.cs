namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// What is counted of each indicator, in the order of the catalogue's numbers: the sums of an organization's month stand in one
/// row, each at its number. What is counted later comes last and is absent in the rows of before.
/// </summary>
static class IndicatorMeasures
{
    /// <param name="Known">Whether the platform knows the facts also where nothing happened.</param>
    /// <param name="Counts">Whose it counts.</param>
    /// <param name="Expected">Of whom it is expected.</param>
    sealed record Measure(string Indicator, string Numerator, string Denominator, string Known, string Counts, string Expected);

    static readonly Measure[] All =
    [
        School("need-coverage", "needs.covered", "needs.people", "censuses.is_done is not null"),
        School("active-programs", "programs.at_end", "teachers.teachers"),
        School("consent-share", "consents.given", "consents.decided"),
        School("meetings-per-program", "meetings.held", "programs.in_month"),
        School("roadmap-completion", "activities.done", "activities.due"),
        School("completion-rate", "ended.completed", "ended.programs"),
        School("mentor-load", "mentors.places", "mentors.people"),
        School("days-to-active", "begun.days", "begun.programs"),
        School("conditions-met", "conditions.met", "conditions.listed", "false"),
        School("routes-running", "routes.running", "routes.wanted"),
        School("deficits-closed", "deficits.closed", "deficits.due"),
        School("route-products", "route_work.done", "route_work.due"),
        School("route-corrections", "corrections.made", "routes.in_month"),
        // Expected of bodies that keep tutors or stand behind somebody with tutoring; those that keep some have reported.
        new("tutor-load", "tutored.teachers", "tutors.places", "false", "c.body",
            "c.body and c.open and (tutors.places is not null or tutoring.is_tutoring is not null)"),
        School("help-in-time", "help.in_time", "help.settled"),
        Exchange("help"), Exchange("tutoring"), Exchange("resources"), Exchange("delegation"),
    ];

    /// <summary>The sums of each pair: <c>numerators</c>, <c>denominators</c>, and <c>answers</c>: 0 not expected, 1 expected, 2 reported.</summary>
    public static readonly string Fresh = $"""
        select c.region_code, c.organization_id, c.territory_code, c.period,
               array[{List(m => $"case when {m.Counts} then coalesce({m.Numerator}, 0) else 0 end")}]::int[] numerators,
               array[{List(m => $"case when {m.Counts} then coalesce({m.Denominator}, 0) else 0 end")}]::int[] denominators,
               array[{List(m => $"case when {m.Expected} then case when {m.Denominator} <> 0 or {m.Known} then 2 else 1 end else 0 end")}]::smallint[] answers
          from indicator_pair c {IndicatorFacts.Joins} {ContourFacts.Joins}
        """;

    /// <summary>Of rows of such sums: one column for each sum.</summary>
    public static readonly string Added = string.Join(", ", All.SelectMany((_, at) => (string[])
    [
        $"sum(sign * coalesce(numerators[{at + 1}], 0)) n{at}", $"sum(sign * coalesce(denominators[{at + 1}], 0)) d{at}",
        $"sum(sign * (coalesce(answers[{at + 1}], 0) = 2)::int) r{at}", $"sum(sign * (coalesce(answers[{at + 1}], 0) > 0)::int) e{at}",
    ]));

    /// <summary>The columns of <see cref="Added"/> as rows of indicator, numerator, denominator, reported and expected.</summary>
    public static readonly string Rows = string.Join(", ", All.Select((m, at) => $"('{m.Indicator}', n{at}, d{at}, r{at}, e{at})"));

    /// <summary>Codes at their numbers.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(m => m.Indicator)];

    static string List(Func<Measure, string> of) => string.Join(", ", All.Select(of));

    static Measure School(string indicator, string numerator, string denominator, string known = "teachers.teachers is not null") =>
        new(indicator, numerator, denominator, known, "c.counted", "c.counted and c.open");

    static Measure Exchange(string kind) => School($"exchange-{kind}", $"supported.is_supported * exchange.{kind}", "supported.is_supported");
}
