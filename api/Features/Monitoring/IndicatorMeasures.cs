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

        /// <summary>Above and below the line stands what is counted of programs alone: it is counted by their sort too.</summary>
        internal bool IsOfPrograms =>
            Numerator.StartsWith(Programs, StringComparison.Ordinal) && Denominator.StartsWith(Programs, StringComparison.Ordinal);

        internal string Sql(Func<Measure, string> of) => Before is not { } before
            ? of(this)
            : $"case when c.period < date '{before.Until.ToString("O", CultureInfo.InvariantCulture)}' then {before.Measure.Sql(of)} else {of(this)} end";
    }

    /// <summary>The table of what is counted of programs.</summary>
    const string Programs = "programs.";

    /// <summary>By how many teachers work there at the month's end.</summary>
    const string Size = """
        case when coalesce(teachers.teachers, 0) = 0 then 'Unknown' when teachers.teachers <= 20 then 'UpTo20' when teachers.teachers <= 50 then 'UpTo50'
             when teachers.teachers <= 100 then 'UpTo100' else 'Over100' end
        """;

    static readonly Measure[] All =
    [
        School("need-coverage", "needs.covered", "needs.people", "censuses.is_done is not null"),
        School("active-programs", "programs.at_end", "teachers.teachers"),
        School("consent-share", "programs.given", "programs.decided"),
        School("meetings-per-program", "programs.held", "programs.in_month"),
        School("roadmap-completion", "programs.done", "programs.due"),
        School("completion-rate", "programs.completed", "programs.ended"),
        School("mentor-load", "mentors.places", "mentors.people"),
        School("days-to-active", "programs.days", "programs.begun"),
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
        School("mentee-motivation", "impact.motivated", "impact.mentees"),
        School("mentor-results", "impact.improved", "impact.mentors"),
        School("innovation-inclusion", "impact.included", "impact.participants"),
        School("adapted-in-plan", "adapted.in_plan", "adapted.mentees"),
        School("days-to-adapted", "adapted.days", "adapted.mentees"),
    ];

    /// <summary>Where the indicators stand that are counted by the sort of program too.</summary>
    static readonly int[] OfPrograms = [.. Enumerable.Range(0, All.Length).Where(at => All[at].IsOfPrograms)];

    /// <summary>
    /// The sums of each pair: <c>numerators</c>, <c>denominators</c>, and <c>answers</c>: 0 not expected, 1 expected, 2 reported; and what the
    /// organization was told apart by.
    /// </summary>
    public static readonly string Fresh = FreshOf(All);

    internal static string FreshOf(IReadOnlyList<Measure> measures)
    {
        string List(Func<Measure, string> of) => string.Join(", ", measures.Select(m => m.Sql(of)));
        static string Answer(Measure m) => $"case when {m.Expected} then case when {m.Denominator} <> 0 or {m.Known} then 2 else 1 end else 0 end";
        return $"""
            select c.region_code, c.organization_id, c.territory_code, c.period,
                   array[{List(m => Counted(m.Counts, m.Numerator))}]::int[] numerators,
                   array[{List(m => Counted(m.Counts, m.Denominator))}]::int[] denominators,
                   array[{List(Answer)}]::smallint[] answers, c.sector, c.settlement, {Size} size_class
              from indicator_pair c {Joins}
            """;
    }

    /// <summary>The sums of programs alone by their sort, those of <see cref="OfPrograms"/> in that order.</summary>
    public static readonly string FreshOfPrograms = $"""
        select c.region_code, c.organization_id, c.territory_code, c.period, {ProgramCounts.Sort},
               array[{string.Join(", ", OfPrograms.Select(at => All[at].Sql(m => $"coalesce({m.Numerator}, 0)")))}]::int[] numerators,
               array[{string.Join(", ", OfPrograms.Select(at => All[at].Sql(m => $"coalesce({m.Denominator}, 0)")))}]::int[] denominators
          from indicator_pair c join program_counts programs using (organization_id, period) where c.counted
        """;

    /// <summary>Of rows of <see cref="Fresh"/>: one column for each sum.</summary>
    public static readonly string Added = string.Join(", ", All.SelectMany((_, at) => (string[])
    [
        $"sum(sign * coalesce(numerators[{at + 1}], 0)) n{at}", $"sum(sign * coalesce(denominators[{at + 1}], 0)) d{at}",
        $"sum(sign * (coalesce(answers[{at + 1}], 0) = 2)::int) r{at}", $"sum(sign * (coalesce(answers[{at + 1}], 0) > 0)::int) e{at}",
    ]));

    /// <summary>Those columns of many rows in one.</summary>
    public static readonly string AddedAgain = string.Join(", ", "nder".SelectMany(of => All.Select((_, at) => $"sum({of}{at}) {of}{at}")));

    /// <summary>Those columns as rows of indicator, numerator, denominator, reported and expected.</summary>
    public static readonly string Rows = string.Join(", ", All.Select((m, at) => $"('{m.Indicator}', n{at}, d{at}, r{at}, e{at})"));

    /// <summary>Those columns as arrays, each sum at its indicator's number.</summary>
    public static readonly string Arrays = $"{Array('n', (of, at) => $"{of}{at}")} numerators, {Array('d', (of, at) => $"{of}{at}")} denominators";

    /// <summary>Of rows of <see cref="FreshOfPrograms"/>: the same arrays, with zeros for what is not of programs.</summary>
    public static readonly string ArraysOfPrograms = $"""
        {Array('n', (_, at) => OfProgram("numerators", at))} numerators, {Array('d', (_, at) => OfProgram("denominators", at))} denominators
        """;

    /// <summary>Arrays of the table, or of its alias, added to those of another.</summary>
    public static string Sum(string column, string of, string and) =>
        $"array[{List((_, at) => $"coalesce({of}.{column}[{at + 1}], 0) + {and}.{column}[{at + 1}]")}]::bigint[]";

    /// <summary>Arrays of many rows of the alias in one.</summary>
    public static string Sum(string column, string of) => $"array[{List((_, at) => $"coalesce(sum({of}.{column}[{at + 1}]), 0)")}]::bigint[] {column}";

    /// <summary>An array in which nothing is counted.</summary>
    public static readonly string Nothing = $"array_fill(0::bigint, array[{All.Length}])";

    /// <summary>Codes at their numbers.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(m => m.Indicator)];

    /// <summary>Codes of those that are counted by the sort of program too.</summary>
    public static IReadOnlyList<string> CodesOfPrograms { get; } = [.. OfPrograms.Select(at => All[at].Indicator)];

    /// <summary>Codes of those that count schools, and so by what tells schools apart.</summary>
    public static IReadOnlyList<string> CodesOfSchools { get; } = [.. All.Where(m => m.Counts == AtSchools).Select(m => m.Indicator)];

    /// <summary>What stands in the catalogue under a code, as it is run.</summary>
    public static Measure Of(string code) => All.Single(m => m.Indicator == code);

    internal const string Joins = $"{IndicatorFacts.Joins} {ContourFacts.Joins} {ImpactFacts.Joins} {SchoolFacts.Joins} {ChangeFacts.Joins}";

    internal static string Counted(string counts, string sum) => $"case when {counts} then coalesce({sum}, 0) else 0 end";

    internal const string AtSchools = "c.counted";

    static string List(Func<Measure, int, string> of) => string.Join(", ", All.Select(of));

    static string Array(char of, Func<char, int, string> column) => $"array[{List((_, at) => column(of, at))}]::bigint[]";

    static string OfProgram(string column, int at) =>
        System.Array.IndexOf(OfPrograms, at) is >= 0 and var position ? $"coalesce(sum(sign * {column}[{position + 1}]), 0)" : "0";

    static Measure School(string indicator, string numerator, string denominator, string known = "teachers.teachers is not null") =>
        new(indicator, numerator, denominator, known, AtSchools, "c.counted and c.open");

    static Measure Exchange(string kind) => School($"exchange-{kind}", $"supported.is_supported * exchange.{kind}", "supported.is_supported");

    /// <summary>Of schools that keep a register of risks, those in which such a risk is open and high.</summary>
    static Measure Risk(string kind) => School($"risk-{kind}", $"risks.{kind.Replace('-', '_')}", "risks.kept", "false");
}
