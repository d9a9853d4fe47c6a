using System.Text.RegularExpressions;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Architecture;

/// <summary>What every area needs is written once, in Platform; who writes it by hand is named here with the reason.</summary>
public sealed partial class OnePlaceTests
{
    /// <summary>Where the first version and the next ones are saved by one statement, which tells only afterwards what was there.</summary>
    static readonly string[] SavedByOneStatement = [
        "AssessCondition.cs", "GiveOpinion.cs", "SaveActTemplate.cs", "SaveSchoolImpact.cs", "SaveSetup.cs", "SetHelpRule.cs", "WriteReport.cs",
    ];

    [Test]
    public void A_row_is_locked_and_its_version_compared_in_one_place() =>
        Assert.That(Found(Comparing()), Is.EquivalentTo(SavedByOneStatement), "Db.Lock, or MustBeAt where something comes between");

    [TestCase("return version is null || version == row.Version ? row : throw new Stale(row.Version);")]
    [TestCase("if (row.Version != command.Version) return;")]
    [TestCase("if (command.Version != row.Version) return;")]
    public void A_comparison_by_hand_is_known_by_its_forms(string source) => Assert.That(Comparing().IsMatch(source), Is.True);

    /// <summary>Where everything in reach is asked for at once, so that the ids go into the statement.</summary>
    static readonly string[] AsksForAllInReach =
    [
        "AccountReach.cs", "BlockAccount.cs", "CountPrograms.cs", "CountPurposes.cs", "GetAccount.cs", "ListAccounts.cs", "ListCases.cs",
        "ListMyPulses.cs", "ListMyTrainings.cs", "ListMentorOffers.cs", "ListOrganizations.cs", "ListPersonMerges.cs", "ListPracticeSchools.cs",
        "ListPrograms.cs", "GetInstrument.cs", "InstrumentRow.cs", "ListInstruments.cs", "ResourceReach.cs", "SupportReach.cs", "GetTerritoryDeficits.cs",
    ];

    [Test]
    public void Whether_something_is_in_reach_is_told_in_one_place() =>
        Assert.That(Found(Scoping()), Is.EquivalentTo(AsksForAllInReach), "Scope.Reaches and its neighbours, Caller.May");

    [TestCase("if (!caller.Scope.Organizations.Contains(query.Id)) throw new NotFound();")]
    [TestCase("scope.Regions.Contains(place.RegionCode)")]
    [TestCase("caller.Grants.For(Permission.ActWrite)?.Organizations.Contains(id) == true")]
    [TestCase("return writes?.Organizations.Contains(organization) == true;")]
    public void A_look_at_the_scope_by_hand_is_known_by_its_forms(string source) => Assert.That(Scoping().IsMatch(source), Is.True);

    /// <summary>Called so and something else.</summary>
    static readonly Dictionary<string, string> OtherPlaces = new()
    {
        ["Place.cs"] = "the one",
        ["GetTerritoryDashboard.cs"] = "a territory, by this name in the contract",
        ["MeetingsEvents.cs"] = "a meeting that took place",
        ["TakeResourcePlace.cs"] = "a place that a person has in a run",
        ["GiveUpResourcePlace.cs"] = "the same, given back",
    };

    [Test]
    public void An_organization_with_its_region_and_day_is_one_type()
    {
        var types = Repository.Files("api", ".cs").Where(file => PlaceType().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)!);
        Assert.Multiple(() =>
        {
            Assert.That(types, Is.EquivalentTo(OtherPlaces.Keys), "Platform's Place, or a name that says what it is");
            Assert.That(Found(RegionByHand()), Is.Empty, "Place.Of, Place.RegionOf");
        });
    }

    [Test]
    public void Whether_the_caller_has_an_answer_already_is_told_in_one_place() =>
        Assert.That(Repository.Files("api", ".cs").Where(file => File.ReadAllText(file).Contains("IfNoneMatch")).Select(Path.GetFileName),
            Is.EqualTo(["ETags.cs"]));

    /// <summary>Where sums are made, compared with the facts, or where it is decided what of them is told.</summary>
    static readonly string[] MakesSums = ["BreakdownSql.cs", "FullRollUp.cs", "HiddenCells.cs", "IndicatorMeasures.cs", "ReconcileSql.cs", "RollUpSql.cs"];

    [Test]
    public void Sums_are_read_by_the_views_of_what_may_be_told() =>
        Assert.That(Found(SumsByHand()).Except(MakesSums), Is.Empty, "territory_told, organization_told, organization_own (docs/decisions/0077)");

    static IEnumerable<string> Found(Regex form) =>
        Repository.Files("api/Features", ".cs").Where(file => form.IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)!);

    [GeneratedRegex(@"\b(?:territory_indicator|organization_indicator|organization_sums)\b")]
    private static partial Regex SumsByHand();

    [GeneratedRegex(@"new Stale\(|\w\.Version [!=]= (?:version|(?:command|body)\.Version)\b|\b(?:command|body)\.Version [!=]= \w+\.Version\b")]
    private static partial Regex Comparing();

    [GeneratedRegex(@"\b(?:[Ss]cope|writes|For\([\w.]+\))[?!]?\.(?:Organizations|Regions|Territories)\b")]
    private static partial Regex Scoping();

    [GeneratedRegex(@"\b(?:record|class|struct) \w*Place\b")]
    private static partial Regex PlaceType();

    [GeneratedRegex(@"select (?:o\.)?region_code(?:, t\.time_zone)? from organization (?:o join organization_zone t on t\.place_id = o\.id )?"
        + @"where (?:o\.)?id = @\w+(?:""|\s*$)", RegexOptions.Multiline)]
    private static partial Regex RegionByHand();
}
