namespace Mentoring.Api.Features.Monitoring;

/// <summary>What is counted of programs: each fact is of one program, and so of its form, kind and purpose.</summary>
static class ProgramCounts
{
    /// <summary>What programs are told apart by.</summary>
    public const string Sort = "form_code, kind_code, purpose_code";

    /// <summary>Where each count is found.</summary>
    static readonly (string Table, string[] Counts)[] All =
    [
        ("programs_run", ["in_month", "at_end"]), ("begun", ["begun", "days"]), ("ended", ["ended", "completed"]), ("meetings", ["held"]),
        ("consents", ["decided", "given"]), ("activities", ["due", "done"]),
    ];

    static readonly string Sums = string.Join(", ", All.SelectMany(of => of.Counts).Select(count => $"sum({count}) {count}"));

    /// <summary>After those tables, with a row for each organization, month and sort of program.</summary>
    public static readonly string Ctes = $"""
        program_counts as materialized (
            select organization_id, period, {Sort}, {Sums} from ({string.Join(" union all ", All.Select(of => Rows(of.Table)))}) counted group by 1, 2, 3, 4, 5),
        programs as (select organization_id, period, {Sums} from program_counts group by 1, 2)
        """;

    /// <summary>A table's rows with all counts, nothing where it does not have one.</summary>
    static string Rows(string table) => $"""
        select organization_id, period, {Sort}, {string.Join(", ", All.SelectMany(of => of.Counts.Select(count => of.Table == table ? count : $"null::bigint {count}")))}
          from {table}
        """;
}
