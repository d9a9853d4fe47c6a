using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>However a file's rows are spread over people, its check is one pass over them, and says the same.</summary>
public sealed class CheckImportTests : ImportTest
{
    static readonly DateOnly First = new(2015, 1, 1);

    sealed record Held(int Line, int User, string Position, bool Main, DateOnly From, DateOnly To)
    {
        public bool Overlaps(Held other) => From < other.To && other.From < To;
    }

    [Test]
    public async Task Rows_of_one_person_beyond_the_limit_are_problems_and_the_others_are_taken()
    {
        var (school, curator) = await School();
        var roster = Roster.Of(3);
        for (var i = 0; i < RosterPlanSql.MostRolesOfOne + 7; i++)
        {
            var day = First.AddDays(30 * i);
            roster.Role(2, id: $"more-{i}", position: "head", hired: Day(day), main: false, ends: Day(day.AddDays(20)));
        }

        var import = await Checked(curator, school, roster.Zip());
        var problems = await Problems(curator, import);
        Assert.That(problems.Select(p => (string?)p!["code"]), Is.All.EqualTo("import.user-roles-many"));
        Assert.That(problems, Has.Count.EqualTo(8), "one row of the person is the teacher's");
        Assert.That((string?)problems[0]!["message"], Does.Contain($"{RosterPlanSql.MostRolesOfOne}"));

        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = true }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from employment where organization_id = @school", new { school }),
            Is.EqualTo(2 + RosterPlanSql.MostRolesOfOne));
    }

    /// <summary>Held to what comparing every two rows says, which the check itself must not do.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Times_that_overlap_are_found_as_comparing_every_two_rows_finds_them(int seed)
    {
        var (school, curator) = await School();
        var random = new Random(seed);
        var roster = new Roster();
        var rows = new List<Held>();
        for (var user = 1; user <= 25; user++)
        {
            roster.User(user);
            for (var i = random.Next(1, 9); i > 0; i--)
            {
                var from = First.AddDays(random.Next(0, 1500));
                var position = random.Next(2) == 0 ? "head" : "teacher";
                var row = new Held(rows.Count + 2, user, position, random.Next(2) == 0, from, from.AddDays(random.Next(1, 400)));
                rows.Add(row);
                roster.Role(user, id: $"role-{row.Line}", position: row.Position, hired: Day(row.From), main: row.Main, ends: Day(row.To));
            }
        }

        var import = await Checked(curator, school, roster.Zip());
        var said = (await Problems(curator, import)).Select(p => ((int)p!["line"]!, (string)p["code"]!)).ToHashSet();
        Assert.That(said, Is.EquivalentTo(Expected(rows, "import.main-twice", r => r.Main, r => $"{r.User}")
            .Concat(Expected(rows, "import.position-twice", _ => true, r => $"{r.User}/{r.Position}"))));
        var left = rows.Where(r => !said.Any(s => s.Item1 == r.Line)).ToList();
        Assert.That(left.Where(a => left.Any(b => b != a && b.User == a.User && b.Overlaps(a) && (a.Main && b.Main || a.Position == b.Position))), Is.Empty);
    }

    /// <summary>Of two that overlap it is the one that begins later, and of two that begin together the one that stands lower.</summary>
    static IEnumerable<(int, string)> Expected(List<Held> rows, string code, Func<Held, bool> counts, Func<Held, string> key) => rows.Where(counts)
        .Where(a => rows.Where(counts).Any(b => key(b) == key(a) && b.Overlaps(a) && (b.From, b.Line).CompareTo((a.From, a.Line)) < 0))
        .Select(a => (a.Line, code));

    [Test]
    public async Task What_is_recorded_elsewhere_wins_also_where_it_begins_later()
    {
        var (school, curator) = await School();
        var (other, _) = await School();
        await Applied(curator, school, new Roster().User(1).Role(1, main: false).Zip());
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, ended_on)
            select gen_random_uuid(), o.id, o.region_code, s.person_id, 'head', false, true, '2023-01-01', '2023-06-01'
              from organization o, person_source s where o.id = @other and s.organization_id = @school
            """, new { school, other });

        var problems = await Problems(curator, await Checked(curator, school, new Roster().User(1).Role(1, hired: "2020-09-01").Zip()));
        Assert.That(Codes(problems), Is.EqualTo(new[] { "roles.csv:2 metadata.mentoring.isMain import.main-twice" }));
    }

    [Test]
    public async Task Nobodys_work_ends_because_rows_are_faulty_whichever_they_are()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(4).Zip());
        await World.Teacher(school, "Безномерная");

        var faulty = new Roster().User(1).Role(1).User(2, email: "no address").Role(2);
        Assert.That(Counts(await Checked(curator, school, faulty.Zip())).Ends, Is.EqualTo(2), "the two who are missing, not who may be the faulty row");

        var unnamed = new Roster().User(1).Role(1).User(2);
        unnamed.Users[1] = unnamed.Users[1].Replace("user-2", "", StringComparison.Ordinal);
        Assert.That(Counts(await Checked(curator, school, unnamed.Zip())).Ends, Is.Zero, "a row that does not say whom it is about may be about anybody");
    }

    [Test]
    public async Task Namesakes_beyond_number_are_nobody_in_particular()
    {
        var (school, curator) = await School();
        await World.Teacher(school, "Единственная");
        var roster = new Roster();
        for (var i = 1; i <= RosterMatchSql.MostNamesakes + 1; i++)
        {
            roster.User(i, family: "Единственная", given: "Анна").Role(i);
            var at = roster.Users[^1].Split(',');
            (at[8], at[23]) = ("Петровна", "");
            roster.Users[^1] = string.Join(',', at);
        }

        Assert.That(Counts(await Checked(curator, school, roster.Zip())).Creates, Is.EqualTo(RosterMatchSql.MostNamesakes + 1));
    }

    [Test]
    public async Task All_problems_are_counted_and_the_first_are_kept()
    {
        var (school, curator) = await School();
        var roster = Roster.Of(1);
        for (var i = 0; i < ImportWork.MostProblems + 30; i++) roster.Role(1, id: "role-1", main: false, role: "nobody");

        var import = await Checked(curator, school, roster.Zip());
        Assert.That((int)import["problems"]!, Is.GreaterThan(ImportWork.MostProblems + 30));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from import_problem where organization_id = @school", new { school }),
            Is.EqualTo(ImportWork.MostProblems));
    }

    [Test]
    public async Task A_manifest_without_end_is_not_read_to_the_end()
    {
        var (school, curator) = await School();
        var roster = Roster.Of(1);
        var more = new StringBuilder();
        for (var i = 0; i < 1100; i++) more.Append(CultureInfo.InvariantCulture, $"source.{i},x\r\n");
        roster.Change["manifest.csv"] = text => text + more;
        JsonNode import = await Checked(curator, school, roster.Zip());
        Assert.That((string?)import["failure"]?["code"], Is.EqualTo("import.too-many-rows"), import.ToJsonString());
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
