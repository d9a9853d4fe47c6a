using System.Text.RegularExpressions;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>The SQL of one indicator, cut out of the statement that is run: its sums, and of all expressions those that they need.</summary>
/// <param name="Text">A select over organizations and months; tells what the roll-up tells of them at the indicator's number.</param>
/// <param name="Facts">Tables and views that it reads, by name.</param>
public sealed partial record MeasureSql(string Text, IReadOnlyList<string> Facts)
{
    /// <summary>What the roll-up prepares before: organizations and months, and of each organization the span of all its months.</summary>
    static readonly string[] s_prepared = ["indicator_pair", "indicator_span"];

    public static MeasureSql Of(string code) => Of(IndicatorMeasures.Of(code));

    internal static MeasureSql Of(IndicatorMeasures.Measure measure)
    {
        var (numerator, denominator) = (measure.Sql(m => IndicatorMeasures.Counted(m.Counts, m.Numerator)),
            measure.Sql(m => IndicatorMeasures.Counted(m.Counts, m.Denominator)));
        var sums = $"{numerator} {denominator}";
        List<(string Name, string Text)> expressions = [.. Expressions(IndicatorFacts.Ctes.Replace(ProgramCounts.Ctes, ProgramCounts.CtesOf(sums),
            StringComparison.Ordinal))];
        var joined = expressions.Where(one => Regex.IsMatch(sums, $@"\b{one.Name}\.")).Select(one => one.Name).ToList();
        var needed = joined.ToHashSet(StringComparer.Ordinal);
        foreach (var (_, text) in Enumerable.Reverse(expressions).Where(one => needed.Contains(one.Name)))
            needed.UnionWith(Tables(text));

        var with = expressions.Where(one => needed.Contains(one.Name)).ToList();
        var statement = $"""
            with {string.Join(",\n", with.Select(one => one.Text))}
            select c.organization_id, c.period, {numerator} numerator,
                   {denominator} denominator
              from indicator_pair c {string.Join(' ', joined.Select(name => $"left join {name} using (organization_id, period)"))}
            """;
        var made = expressions.Select(one => one.Name).Concat(s_prepared);
        return new(statement, [.. with.SelectMany(one => Tables(one.Text)).Distinct().Except(made).Order(StringComparer.Ordinal)]);
    }

    static IEnumerable<string> Tables(string text) => Read().Matches(text).Select(match => match.Groups["table"].Value);

    /// <summary>Each from its name to the parenthesis that closes it.</summary>
    static IEnumerable<(string Name, string Text)> Expressions(string sql)
    {
        for (var match = Head().Match(sql); match.Success; match = Head().Match(sql, match.Index + 1))
        {
            var (depth, at) = (0, match.Index + match.Length - 1);
            do depth += sql[at++] switch { '(' => 1, ')' => -1, _ => 0 };
            while (depth > 0);
            yield return (match.Groups["name"].Value, sql[match.Index..at]);
        }
    }

    [GeneratedRegex(@"^(?<name>\w+) as (materialized )?\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(@"\b(from|join) (?<table>[a-z_]+)\b(?!\.| *\()", RegexOptions.ExplicitCapture)]
    private static partial Regex Read();
}
