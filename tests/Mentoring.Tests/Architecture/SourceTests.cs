using System.Text.RegularExpressions;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Architecture;

/// <summary>House rules that only the source can tell.</summary>
public sealed partial class SourceTests
{
    /// <summary>Made by tools, or data.</summary>
    static readonly string[] NotByHand = ["routeTree.gen.ts", "schema.d.ts"];

    [Test]
    public void No_file_written_by_hand_is_longer_than_300_lines()
    {
        var tooLong = new[] { "api", "migrations", "tests", "web-client" }
            .SelectMany(folder => Repository.Files(folder, ".cs", ".sql", ".ts", ".tsx", ".css", ".mjs"))
            .Where(file => !NotByHand.Contains(Path.GetFileName(file)) && File.ReadLines(file).Count() > 300);
        Assert.That(tooLong, Is.Empty);
    }

    [Test]
    public void No_line_written_by_hand_is_wider_than_160_characters()
    {
        var wide = from folder in (string[])["api", "migrations", "tests", "web-client"]
                   from file in Repository.Files(folder, ".cs", ".sql", ".ts", ".tsx", ".css", ".mjs", ".js")
                   where !NotByHand.Contains(Path.GetFileName(file))
                   from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
                   where line.Text.Length > 160
                   select $"{Path.GetFileName(file)}:{line.Number}";
        Assert.That(wide, Is.Empty);
    }

    [Test]
    public void No_migration_makes_what_the_code_of_the_database_makes()
    {
        var making = Repository.Files("migrations", ".cs").Where(file => Path.GetFileName(file).StartsWith('M'))
            .Where(file => Making().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);
        Assert.That(making, Is.Empty, "functions, views, policies, triggers and grants stand in migrations/Code");
    }

    [Test]
    public void A_persons_name_is_put_together_in_one_place()
    {
        var putting = Repository.Files("api", ".cs").Where(file => Name().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);
        Assert.That(putting, Is.Empty, "person_name(p) in SQL");
    }

    [Test]
    public void Every_problem_code_has_a_text_in_both_languages()
    {
        var used = Repository.Files("api", ".cs").SelectMany(file => Code().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value)
            .Concat(Constraints.Codes.Values).ToHashSet();
        Assert.That(used, Has.Count.GreaterThan(10));
        Assert.Multiple(() =>
        {
            Assert.That(used.Except(ProblemTexts.English.Keys), Is.Empty, "without an English text");
            Assert.That(ProblemTexts.English.Keys.Except(ProblemTexts.Russian.Keys), Is.Empty, "without a Russian text");
            Assert.That(ProblemTexts.Russian.Keys.Except(ProblemTexts.English.Keys), Is.Empty, "without an English text");
        });
    }

    [Test]
    public void Every_stream_is_opened_in_the_one_place_that_limits_and_ends_it()
    {
        string[] begins = ["ServerSentEvents(", "SseFormatter"];
        var opening = Repository.Files("api", ".cs").Where(file => begins.Any(File.ReadAllText(file).Contains)).Select(Path.GetFileName);
        Assert.That(opening, Is.EqualTo(new[] { "Streams.cs" }));
    }

    [Test]
    public void A_feature_writes_only_its_own_tables()
    {
        var owners = new Dictionary<string, string>();
        var broken = new List<string>();
        foreach (var file in Repository.Files("api/Features", ".cs"))
        {
            var area = Path.GetFileName(Path.GetDirectoryName(file)!);
            foreach (var table in Write().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Where(name => name is not ("skip" or "of" or "set")))
                if (owners.TryAdd(table, area) is false && owners[table] != area) broken.Add($"{table}: {owners[table]} and {area}");
        }

        Assert.That(owners, Is.Not.Empty);
        Assert.That(broken.Distinct(), Is.Empty);
    }

    /// <summary>Where a day that is nobody's in particular is taken from UTC or from the server.</summary>
    static readonly Dictionary<string, string> DaysOfNobody = new()
    {
        ["AnchorAudit.cs"] = "an anchor a day of the platform's own chain: any day will do, so long as it is always the same one",
        ["M0310_ConfirmedRoles.cs"] = "ran once, when roles were first confirmed",
        ["M0411_Departures.cs"] = "ran once, when departures were first noted",
    };

    [Test]
    public void A_day_is_the_organizations_own_and_never_that_of_UTC_or_of_the_server()
    {
        var files = Repository.Files("api", ".cs").Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Demo{Path.DirectorySeparatorChar}"))
            .Concat(Repository.Files("migrations", ".cs", ".sql")).ToList();
        var found = files.Where(file => ForeignDay().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)!).ToList();
        Assert.That(found, Is.EquivalentTo(DaysOfNobody.Keys), "ask RegionTime, in SQL local_day or organization_zone");
    }

    [TestCase("DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)")]
    [TestCase("DateOnly.FromDateTime((time.GetUtcNow() + TimeSpan.FromHours(12)).UtcDateTime)")]
    [TestCase("var day = DateOnly.FromDateTime(now);")]
    [TestCase("time.GetUtcNow().Date")]
    [TestCase("where e.ended_on > current_date")]
    [TestCase("ends_on > now() - interval '1 year'")]
    [TestCase("shown_on <= now()::date")]
    [TestCase("started_on <= @Now::date")]
    [TestCase("max(m.starts_at)::date last_on")]
    public void The_days_of_nobody_are_known_by_their_forms(string source) => Assert.That(ForeignDay().IsMatch(source), Is.True);

    [GeneratedRegex(
        @"DateOnly\.FromDateTime\((?:now\b|\(?time\b|\(?clock\b|DateTime\.)|"
        + @"Now\(\)\.(?:Date|Day|Month|Year)\b|\bcurrent_date\b|\w+_on [<>]=? now\(\)|\bnow\(\)::date|@now::date|_at\)?::date",
        RegexOptions.IgnoreCase)]
    private static partial Regex ForeignDay();

    [GeneratedRegex(@"create (?:or replace )?(?:function|view|policy|trigger)\b|\b(?:grant|revoke) [\w, ]+ on (?!schema)", RegexOptions.IgnoreCase)]
    private static partial Regex Making();

    [GeneratedRegex(@"concat_ws\(' ', (\w+\.)?family_name, (\w+\.)?given_name")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:new (?:RuleViolation|BadInput|Forbidden|TooLarge|NoRoom|TooMany|Unavailable)\(\s*|Coded\(\d+, )""([a-z0-9.-]+)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:insert into|delete from|\bupdate) ([a-z_]+)\b")]
    private static partial Regex Write();
}
