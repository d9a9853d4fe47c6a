using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>The insurance number tells people apart and together, and is kept nowhere but as a keyed hash.</summary>
public sealed class RosterSnilsTests : ImportTest
{
    /// <summary>Numbers that nobody else has: one is one person's in the whole country.</summary>
    static int s_number = 112_233_000;

    [Test]
    public async Task Nothing_that_is_kept_holds_the_number()
    {
        var (school, curator) = await School();
        var one = Next();
        var zip = With(new Roster().User(1).Role(1), one).Zip();
        var import = await Checked(curator, school, zip);
        var file = await Sql.ExecuteScalarAsync<byte[]>("select content from import_file where import_id = @id", new { id = (Guid)import["id"]! });
        await using (var archive = new ZipArchive(new MemoryStream(file!)))
        using (var users = new StreamReader(await archive.GetEntry("users.csv")!.OpenAsync()))
        {
            var text = await users.ReadToEndAsync();
            Assert.That(text, Does.Not.Contain(one).And.Not.Contain(Digits(one)).And.Contain("Смирнова"), "the file while it waits");
            Assert.That(text.Split("\r\n")[1], Does.Match(",[0-9a-f]{64}$"));
        }

        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Key(school), Has.Length.EqualTo(64));
        await Send(curator, school, zip).IsProblem(409, "import.duplicate");
    }

    [TestCase("metadata.snils")]
    [TestCase("metadata.mentoring.snils")]
    public async Task Whoever_comes_from_elsewhere_under_another_name_is_known_by_the_number(string column)
    {
        var ((first, atFirst), (second, atSecond)) = (await School(), await School());
        var one = Next();
        await Applied(atFirst, first, With(new Roster().User(1).Role(1), one).Zip());
        var file = new Roster().User(1, family: "Замужняя", email: "").Role(1, hired: "2026-02-02");
        Assert.That(Counts(await Applied(atSecond, second, With(file, Digits(one), column).Zip())), Is.EqualTo((1, 0, 0, 0)));
        var people = (await Sql.QueryAsync<(Guid Id, long Posts)>("""
            select person_id, count(*) from employment where organization_id in (@first, @second) group by 1
            """, new { first, second })).ToList();
        Assert.That(people.Select(person => person.Posts), Is.EqualTo(new[] { 2L }), "one person, two posts");
    }

    [Test]
    public async Task Another_number_is_another_person_and_the_same_one_the_same_whatever_the_id()
    {
        var (school, curator) = await School();
        var (one, two) = (Next(), Next());
        await Applied(curator, school, With(new Roster().User(1).Role(1), one).Zip());

        var taken = new Roster().User(1, family: "Другая").Role(1);
        Assert.That(Codes(await Problems(curator, await Checked(curator, school, With(taken, two).Zip()))),
            Is.EqualTo(new[] { "users.csv:2 sourcedId import.other-person" }));

        var renamed = new Roster().User(1, family: "Замужняя", given: "Аня").Role(1);
        renamed.Users[0] = "new-" + renamed.Users[0];
        renamed.Roles[0] = renamed.Roles[0].Replace(",user-1,", ",new-user-1,", StringComparison.Ordinal);
        Assert.That(Counts(await Applied(curator, school, With(renamed, one).Zip())), Is.EqualTo((0, 1, 0, 0)), "a new id, a new name: the same person");
        Assert.That(await Working(school), Is.EqualTo(1));

        var namesake = new Roster().User(1, family: "Замужняя", given: "Аня").Role(1);
        namesake.Users[0] = "third-" + namesake.Users[0];
        namesake.Roles[0] = namesake.Roles[0].Replace(",user-1,", ",third-user-1,", StringComparison.Ordinal);
        Assert.That(Counts(await Checked(curator, school, With(namesake, two).Zip())).Creates, Is.EqualTo(1), "the same name and day, another number");
    }

    [Test]
    public async Task A_wrong_number_is_a_problem_of_its_row_and_one_number_is_not_two_peoples()
    {
        var (school, curator) = await School();
        var one = Next();
        var file = With(new Roster().User(1).Role(1).User(2).Role(2).User(3).Role(3).User(4).Role(4), "112-233-445 96", numbers: ["", one, one]);
        var problems = await Problems(curator, await Checked(curator, school, file.Zip()));
        Assert.That(Codes(problems), Is.EqualTo(new[]
        {
            "users.csv:2 metadata.mentoring.snils import.snils", "users.csv:5 metadata.mentoring.snils import.snils-twice",
        }));
        Assert.That(problems.ToJsonString(), Does.Not.Contain("112-233-445"), "the number is not told again");
    }

    [Test]
    public async Task A_name_with_quotes_and_breaks_hides_no_number_and_stays_as_it_was()
    {
        var (school, curator) = await School();
        var file = new Roster().User(1, family: "\"Иванова \"\"Мл.\"\", вторая\"").Role(1).User(2, family: "О\"Коннор").Role(2);
        With(file, Next(), numbers: [Next()]);
        await Applied(curator, school, file.Zip());
        var names = (await Sql.QueryAsync<(string Name, bool Known)>("""
            select family_name, snils_key is not null from person where @school = any(organization_ids) order by 1
            """, new { school })).ToList();
        Assert.That(names, Is.EqualTo(new[] { ("Иванова \"Мл.\", вторая", true), ("О\"Коннор", true) }));
    }

    [Test]
    public async Task By_hand_too_the_number_knows_the_person_again()
    {
        var ((first, atFirst), (second, atSecond)) = (await School(), await School());
        var one = Next();
        await Applied(atFirst, first, With(new Roster().User(1).Role(1), one).Zip());
        object Person(string snils) => new
        {
            organizationId = second, familyName = "Замужняя", givenName = "Аня", birthDate = "1960-02-07", positionCode = "teacher", isMain = false,
            startedOn = "2026-09-01", snils,
        };
        await atSecond.Post($"{Imports}/person", Person("112-233-445 96")).IsProblem(400, "person.snils");
        var id = (Guid)(await atSecond.Post($"{Imports}/person", Person(one)).Gives(202))["id"]!;
        await Check(id);
        var import = await Get(atSecond, id);
        await atSecond.Post($"{Imports}/{id}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply(id);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(distinct person_id) from employment where organization_id in (@first, @second)",
            new { first, second }), Is.EqualTo(1));
    }

    [TestCase("hand", false)]
    [TestCase("hand", true)]
    [TestCase("bulk", false)]
    [TestCase("delta", false)]
    public async Task A_number_alone_takes_over_nobody_elsewhere_or_here(string way, bool isNew)
    {
        var ((first, atFirst), (second, atSecond)) = (await School(), await School());
        var one = Next();
        await Applied(atFirst, first, With(new Roster().User(1).Role(1), one).Zip());
        var before = await Record(first);

        foreach (var (school, curator) in new[] { (second, atSecond), (first, atFirst) })
        {
            var stranger = new Roster { Mode = way == "hand" ? "delta" : way }.User(9, family: "Чужой", given: "Хакер").Role(9, hired: "2026-10-25");
            var import = way == "hand"
                ? await Entered(curator, new
                {
                    organizationId = school, familyName = "Чужой", givenName = "Хакер", patronymic = "Иной", birthDate = "1990-02-02",
                    positionCode = "teacher", isMain = true, startedOn = "2026-10-25", snils = one, isNew,
                })
                : await Checked(curator, school, With(stranger, one).Zip());

            var problems = await Problems(curator, import);
            Assert.That(Codes(problems), Is.EqualTo(new[] { "users.csv:2 metadata.mentoring.snils import.snils-other-person" }));
            Assert.That((string?)problems[0]!["message"], Does.Contain("Check the number"));
            Assert.That((Counts(import).Creates, Counts(import).Updates, Counts(import).Ends), Is.EqualTo((0, 0, 0)));
        }

        Assert.That(await Record(first), Is.EqualTo(before));
    }

    [Test]
    public async Task A_number_of_somebody_else_is_not_written_beside_a_known_id()
    {
        var (school, curator) = await School();
        var one = Next();
        await Applied(curator, school, With(Roster.Of(2), one).Zip());
        var import = await Checked(curator, school, With(new Roster { Mode = "delta" }.User(2).Role(2), one).Zip());
        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[] { "users.csv:2 metadata.mentoring.snils import.snils-other-person" }));
    }

    [Test]
    public async Task Whoever_is_known_by_the_number_keeps_the_name_and_birth_date_that_the_main_school_tells_and_is_shown_as_known()
    {
        var ((first, atFirst), (second, atSecond)) = (await School(), await School());
        var one = Next();
        await Applied(atFirst, first, With(new Roster().User(1).Role(1), one).Zip());
        var before = await Record(first);
        var file = new Roster().User(1, family: "Замужняя", email: "").User(2).Role(1, hired: "2026-02-02", main: false).Role(2);

        var import = await Checked(atSecond, second, With(file, one).Zip());
        var told = (await atSecond.GetAsync($"{Imports}/{import["id"]}/people").Ok())["items"]!.AsArray();
        Assert.That(told.Select(p => ((string?)p!["change"], ((string)p["name"]!).Split(' ')[0], (bool)p["isKnown"]!, p["fields"]!.AsArray().Count)),
            Is.EquivalentTo(new[] { ("Joins", "Замужняя", true, 0), ("Joins", "Кузнецова", false, 0) }));
        await atSecond.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Record(first), Is.EqualTo(before));

        file.Manifest.Add("source.step,2");
        Assert.That(Counts(await Applied(atSecond, second, file.Zip())), Is.EqualTo((0, 0, 0, 2)), "nor does the file that follows write them");
        Assert.That(await Record(first), Is.EqualTo(before));
    }

    async Task<JsonNode> Entered(HttpClient curator, object person)
    {
        var id = (Guid)(await curator.Post($"{Imports}/person", person).Gives(202))["id"]!;
        await Check(id);
        return await Get(curator, id);
    }

    async Task<string?> Record(Guid school) => await Sql.ExecuteScalarAsync<string>("""
        select concat_ws(' ', p.family_name, p.given_name, p.patronymic, p.birth_date, e.is_main, e.started_on, e.ended_on)
          from employment e join person p on p.id = e.person_id where e.organization_id = @school
        """, new { school });

    static string Next()
    {
        var digits = (s_number += 7).ToString(CultureInfo.InvariantCulture);
        var check = digits.Select((digit, place) => (digit - '0') * (9 - place)).Sum() % 101 % 100;
        return $"{digits[..3]}-{digits[3..6]}-{digits[6..]} {check.ToString("00", CultureInfo.InvariantCulture)}";
    }

    static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    Task<string?> Key(Guid school) => Sql.ExecuteScalarAsync<string>("select snils_key from person where @school = any(organization_ids)", new { school });

    /// <summary>A column at the end of users.csv: this number in the first row, those in the next ones.</summary>
    static Roster With(Roster roster, string number, string column = "metadata.mentoring.snils", string[]? numbers = null)
    {
        string[] all = [number, .. numbers ?? []];
        roster.Change["users.csv"] = text => string.Join("\r\n", text.TrimEnd().Split("\r\n").Select((line, i) =>
            $"{line},{(i == 0 ? column : i <= all.Length ? all[i - 1] : "")}")) + "\r\n";
        return roster;
    }
}
