using System.Text.RegularExpressions;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>What is counted of programs: each fact is of one program, and so of its form, kind and purpose.</summary>
static partial class ProgramCounts
{
    /// <summary>What programs are told apart by.</summary>
    public const string Sort = "form_code, kind_code, purpose_code";

    /// <summary>Where each count is found.</summary>
    static readonly (string Table, string[] Counts)[] s_all =
    [
        ("programs_run", ["in_month", "at_end"]), ("begun", ["begun", "days"]), ("ended", ["ended", "completed"]), ("meetings", ["held"]),
        ("consents", ["decided", "given"]), ("activities", ["due", "done"]),
    ];

    /// <summary>After those tables, with a row for each organization, month and sort of program.</summary>
    public static readonly string Ctes = Of(s_all);

    /// <summary>The same of the counts alone that the sums of an indicator name.</summary>
    public static string CtesOf(string sums)
    {
        var named = Named().Matches(sums).Select(match => match.Groups["count"].Value).ToHashSet(StringComparer.Ordinal);
        var tables = s_all.Where(of => of.Counts.Any(named.Contains)).ToArray();
        return tables.Length > 0 ? Of(tables) : Ctes;
    }

    static string Of((string Table, string[] Counts)[] tables)
    {
        string[] counts = [.. tables.SelectMany(of => of.Counts)];
        var sums = string.Join(", ", counts.Select(count => $"sum({count}) {count}"));
        var rows = string.Join(" union all ", tables.Select(of => $"""
            select organization_id, period, {Sort}, {string.Join(", ", counts.Select(count => of.Counts.Contains(count) ? count : $"null::bigint {count}"))}
              from {of.Table}
            """));
        return $"""
            program_counts as materialized (
                select organization_id, period, {Sort}, {sums} from ({rows}) counted group by 1, 2, 3, 4, 5),
            programs as (select organization_id, period, {sums} from program_counts group by 1, 2)
            """;
    }

    [GeneratedRegex(@"\bprograms\.(?<count>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
