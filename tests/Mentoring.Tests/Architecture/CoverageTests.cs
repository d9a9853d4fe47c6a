using System.Text.RegularExpressions;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Architecture;

/// <summary>What the table of requirements names is there: each operation, screen and test.</summary>
public sealed partial class CoverageTests : ApiTest
{
    sealed record Row(string Requirement, IReadOnlyList<string> Screens, IReadOnlyList<string> Operations, IReadOnlyList<string> Tests);

    [Test]
    public void Every_operation_screen_and_test_of_the_table_exists()
    {
        var rows = Rows();
        var operations = Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<OperationMetadata>()?.Name).OfType<string>().Append("all").ToHashSet();
        var screens = Route().Matches(File.ReadAllText(Repository.At("web-client", "src", "routeTree.gen.ts"))).Select(match => match.Groups["path"].Value)
            .Concat(Endpoints.Select(endpoint => "/" + Constraint().Replace(endpoint.RoutePattern.RawText!, "").TrimStart('/'))).Select(Path).ToHashSet();
        var tests = typeof(CoverageTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name).ToHashSet();
        Assert.That(rows, Has.Count.GreaterThan(60));
        Assert.Multiple(() =>
        {
            Assert.That(Missing(rows, row => row.Operations, operations), Is.Empty, "operations");
            Assert.That(Missing(rows, row => row.Screens.Select(Path), screens), Is.Empty, "screens");
            Assert.That(Missing(rows, row => row.Tests, tests), Is.Empty, "tests");
            Assert.That(rows.Where(row => row.Tests.Count == 0).Select(row => row.Requirement), Is.Empty, "rows without a test");
        });
    }

    IEnumerable<RouteEndpoint> Endpoints => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    static IEnumerable<string> Missing(IEnumerable<Row> rows, Func<Row, IEnumerable<string>> named, HashSet<string> there) =>
        rows.SelectMany(row => named(row).Where(name => !there.Contains(name)).Select(name => $"{row.Requirement}: {name}"));

    static List<Row> Rows() =>
    [
        .. File.ReadLines(Repository.At("docs", "coverage.md")).Where(line => Requirement().IsMatch(line)).Select(line => Cell().Split(line))
            .Select(cells => new Row(cells[1].Trim(), Quoted(cells[3]),
                cells[4].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Quoted(cells[5]))),
    ];

    static string[] Quoted(string cell) => [.. Code().Matches(cell).Select(match => match.Groups["name"].Value)];

    static string Path(string address) => address.Split('?')[0] is { Length: > 1 } path ? path.TrimEnd('/') : "/";

    [GeneratedRegex(@"^\| R\d+ \|", RegexOptions.ExplicitCapture)]
    private static partial Regex Requirement();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex("fullPath: '(?<path>[^']+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Route();

    [GeneratedRegex(@":\w+(?=\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Constraint();
}
