using System.Text.RegularExpressions;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Architecture;

/// <summary>What every area needs is written once, in Platform; who writes it by hand is named here with the reason.</summary>
public sealed partial class OnePlaceTests
{
    /// <summary>Where the first version and the next ones are saved by one statement, which tells only afterwards what was there.</summary>
    static readonly string[] SavedByOneStatement = ["AssessCondition.cs", "GiveOpinion.cs", "SaveActTemplate.cs", "SaveSetup.cs", "WriteReport.cs"];

    [Test]
    public void A_row_is_locked_and_its_version_compared_in_one_place() =>
        Assert.That(Found(Comparing()), Is.EquivalentTo(SavedByOneStatement), "Db.Lock, or MustBeAt where something comes between");

    [TestCase("return version is null || version == row.Version ? row : throw new Stale(row.Version);")]
    [TestCase("if (row.Version != command.Version) return;")]
    [TestCase("if (command.Version != row.Version) return;")]
    public void A_comparison_by_hand_is_known_by_its_forms(string source) => Assert.That(Comparing().IsMatch(source), Is.True);

    static IEnumerable<string> Found(Regex form) =>
        Repository.Files("api/Features", ".cs").Where(file => form.IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)!);

    [GeneratedRegex(@"new Stale\(|\w\.Version [!=]= (?:version|(?:command|body)\.Version)\b|\b(?:command|body)\.Version [!=]= \w+\.Version\b")]
    private static partial Regex Comparing();
}
