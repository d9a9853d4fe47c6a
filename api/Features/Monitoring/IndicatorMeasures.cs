using System.Globalization;

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
    internal sealed record Measure(string Indicator, string Numerator, string Denominator, string Known, string Counts, string Expected)
    {
        /// <summary>By what the months before a day go, where a version of the catalogue leaves them as they were counted.</summary>
        public (DateOnly Until, Measure Measure)? Before { get; init; }

        internal string Sql(Func<Measure, string> of) => Before is not { } before
            ? of(this)
            : $"case when c.period < date '{before.Until.ToString("O", CultureInfo.InvariantCulture)}' then {before.Measure.Sql(of)} else {of(this)} end";
    }

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
        School("vpr-success", "pupils.vpr_passed", "pupils.vpr"),
        School("oge-success", "pupils.oge_passed", "pupils.oge"),
        School("ege-success", "pupils.ege_passed", "pupils.ege"),
        School("attainment-share", "pupils.succeed", "pupils.taught"),
        School("attainment-before", "pupils.succeeded_before", "pupils.taught_before"),
        School("olympiad-participation", "pupils.olympiads", "pupils.olympiad_pupils"),
        School("retention-12", "stayed.in_12", "stayed.of_12"),
        School("retention-24", "stayed.in_24", "stayed.of_24"),
        School("retention-36", "stayed.in_36", "stayed.of_36"),
        School("planning-mentors", "wishes.mentors", "teachers.teachers"),
        School("planning-mentees", "wishes.mentees", "teachers.teachers"),
        School("mentee-activity", "mentee_work.active", "mentee_work.people"),
        School("mentee-innovation", "mentee_work.innovative", "mentee_work.people"),
        School("joint-projects", "projects.completed", "projects.ended"),
        School("program-signals", "alarmed.programs", "judged.programs"),
        School("formal-signals", "alarmed.formal", "judged.programs"),
        School("mentors-overloaded", "overloaded.people", "mentors.people"),
        Risk("misunderstood"), Risk("overload"), Risk("mentor-motivation"), Risk("formalism"), Risk("mentee-motivation"), Risk("weak-contours"),
    ];

    /// <summary>The sums of each pair: <c>numerators</c>, <c>denominators</c>, and <c>answers</c>: 0 not expected, 1 expected, 2 reported.</summary>
    public static readonly string Fresh = FreshOf(All);

    internal static string FreshOf(IReadOnlyList<Measure> measures)
    {
        string List(Func<Measure, string> of) => string.Join(", ", measures.Select(m => m.Sql(of)));
        static string Answer(Measure m) => $"case when {m.Expected} then case when {m.Denominator} <> 0 or {m.Known} then 2 else 1 end else 0 end";
        return $"""
            select c.region_code, c.organization_id, c.territory_code, c.period,
                   array[{List(m => Counted(m.Counts, m.Numerator))}]::int[] numerators,
                   array[{List(m => Counted(m.Counts, m.Denominator))}]::int[] denominators,
                   array[{List(Answer)}]::smallint[] answers
              from indicator_pair c {Joins}
            """;
    }

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

    /// <summary>What stands in the catalogue under a code, as it is run.</summary>
    public static Measure Of(string code) => All.Single(m => m.Indicator == code);

    internal const string Joins = $"{IndicatorFacts.Joins} {ContourFacts.Joins} {ImpactFacts.Joins} {SchoolFacts.Joins}";

    internal static string Counted(string counts, string sum) => $"case when {counts} then coalesce({sum}, 0) else 0 end";

    internal const string AtSchools = "c.counted";

    static Measure School(string indicator, string numerator, string denominator, string known = "teachers.teachers is not null") =>
        new(indicator, numerator, denominator, known, AtSchools, "c.counted and c.open");

    static Measure Exchange(string kind) => School($"exchange-{kind}", $"supported.is_supported * exchange.{kind}", "supported.is_supported");

    /// <summary>Of schools that keep a register of risks, those in which such a risk is open and high.</summary>
    static Measure Risk(string kind) => School($"risk-{kind}", $"risks.{kind.Replace('-', '_')}", "risks.kept", "false");
}
