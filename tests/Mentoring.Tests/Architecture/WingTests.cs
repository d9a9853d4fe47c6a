using System.Text.RegularExpressions;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Architecture;

/// <summary>Which way the arrows between the wings go: all to Common and to Platform, none to a sibling, none out of Platform.</summary>
public sealed partial class WingTests
{
    const string Shared = "Common";

    static IEnumerable<string> Wings => Directory.GetDirectories(Repository.At("api", "Features")).Select(folder => Path.GetFileName(folder)!).Order();

    [Test]
    public void Every_wing_stands_in_its_own_folder_and_namespace() => Assert.Multiple(() =>
    {
        foreach (var wing in Wings)
            foreach (var file in Repository.Files($"api/Features/{wing}", ".cs"))
                Assert.That(File.ReadAllText(file), Does.Match($@"namespace Mentoring\.Api\.Features\.{wing}\b"), file);
    });

    [TestCaseSource(nameof(Wings))]
    public void A_wing_uses_Platform_and_Common_and_no_sibling(string wing)
    {
        var arrows = Repository.Files($"api/Features/{wing}", ".cs")
            .SelectMany(file => Arrows(File.ReadAllText(file)).Select(to => (File: Path.GetFileName(file), To: to)))
            .Where(arrow => arrow.To != wing && arrow.To != Shared);
        Assert.That(arrows, Is.Empty);
    }

    [Test]
    public void Platform_uses_no_feature() =>
        Assert.That(Repository.Files("api/Platform", ".cs").Where(file => Arrows(File.ReadAllText(file)).Any()).Select(Path.GetFileName), Is.Empty);

    [TestCase("using Mentoring.Api.Features.School.Programs;", "School")]
    [TestCase("using Mentoring.Api.Features.Monitoring;", "Monitoring")]
    [TestCase("using static Mentoring.Api.Features.Monitoring.Ratio;", "Monitoring")]
    [TestCase("var row = await School.Programs.ProgramRow.Lock(db);", "School")]
    [TestCase("Features.Monitoring.Ratio.Of(one);", "Monitoring")]
    [TestCase("/// <see cref=\"School.Programs.ProgramRow\"/>", null)]
    [TestCase("using Mentoring.Api.Platform;", null)]
    [TestCase("school.Programs.Add(one);", null)]
    public void An_arrow_is_seen_however_it_is_written(string line, string? to) =>
        Assert.That(Arrows(line), Is.EqualTo(to is null ? [] : (string[])[to]));

    static IEnumerable<string> Arrows(string source) => source.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        .SelectMany(line => Arrow().Matches(line).Select(arrow => arrow.Groups["wing"].Value)).Where(Wings.Contains).Distinct();

    [GeneratedRegex(@"(?<!namespace Mentoring\.Api\.)(?:\bFeatures\.(?<wing>\w+)|(?<![\w.])(?<wing>[A-Z]\w+)\.[A-Z])", RegexOptions.ExplicitCapture)]
    private static partial Regex Arrow();
}
