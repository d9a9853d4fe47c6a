using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Days of a person and of the work that cannot be true, by file and by hand.</summary>
public sealed class ImpossibleDaysTests : StaffEditTest
{
    static readonly TestCaseData[] Births =
    [
        new("2150-01-01"), new("2199-12-31"), new($"{Today.AddDays(1):O}"), new($"{Today.AddYears(-14).AddDays(1):O}"),
        new($"{Today.AddYears(-110).AddDays(-1):O}"), new("1900-01-01"),
    ];

    [TestCaseSource(nameof(Births))]
    public async Task A_birth_that_cannot_be_is_a_problem_of_its_row_and_column_and_the_others_come(string birth)
    {
        var (school, curator) = await School();
        var roster = Roster.Of(3, mark: $"рождение {birth}");
        Born(roster, 0, birth);
        var import = await Checked(curator, school, roster.Zip());
        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[] { "users.csv:2 metadata.mentoring.birthDate import.birth-date" }));
        Assert.That((int)import["creates"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task Who_is_fourteen_or_a_hundred_and_ten_today_comes()
    {
        var (school, curator) = await School();
        var roster = new Roster { Mark = "край" }.User(1).Role(1, hired: $"{Today:O}").User(2).Role(2);
        Born(roster, 0, $"{Today.AddYears(-14):O}");
        Born(roster, 1, $"{Today.AddYears(-110):O}");
        var import = await Checked(curator, school, roster.Zip());
        Assert.That(((int)import["problems"]!, (int)import["creates"]!), Is.EqualTo((0, 2)), (await Problems(curator, import)).ToJsonString());
    }

    [TestCase("1900-01-01")]
    [TestCase("1959-12-31")]
    [TestCase("1974-02-06")]
    public async Task Nobody_is_hired_before_the_age_of_work(string hired)
    {
        var (school, curator) = await School();
        var import = await Checked(curator, school, new Roster { Mark = $"приём {hired}" }.User(1).Role(1, hired: hired).User(2).Role(2).Zip());
        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[] { "roles.csv:2 metadata.mentoring.hireDate import.hired-young" }));
        Assert.That((int)import["creates"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task A_birth_that_the_recorded_work_contradicts_is_not_taken_over()
    {
        var one = await Teacher("младше");
        var was = (string?)(await Person(one))["birthDate"];
        await Again(one, roster =>
        {
            roster.Role(1);
            Born(roster, 0, $"{Today.AddYears(-15):O}");
        }, skip: true);
        Assert.That((string?)(await Person(one))["birthDate"], Is.EqualTo(was));
        Assert.That(await Work(one), Has.One.EndsWith(".."), "nothing ends of whom a row is a problem");
    }

    [TestCase("2150-01-01", "import.start-ahead")]
    [TestCase("2020-09-01", null)]
    public async Task Work_begins_a_year_from_now_at_the_latest(string hired, string? code)
    {
        var (school, curator) = await School();
        var import = await Checked(curator, school, new Roster { Mark = $"начало {hired}" }.User(1).Role(1, hired: hired).User(2).Role(2).Zip());
        Assert.That(Codes(await Problems(curator, import)),
            Is.EqualTo(code is null ? Array.Empty<string>() : [$"roles.csv:2 metadata.mentoring.hireDate {code}"]));
    }

    /// <summary>When a row was changed says nothing to us: a sender's clock that is wrong keeps nobody out.</summary>
    [Test]
    public async Task A_row_that_was_changed_in_the_future_is_taken_like_any_other()
    {
        var one = await Teacher("часы");
        var delta = new Roster { Mode = "delta", Mark = one.Mark }.User(1, family: "Иная").Role(1);
        delta.Users[0] = delta.Users[0].Replace("2026-10-01T", "2150-10-01T");
        delta.Roles[0] = delta.Roles[0].Replace("2026-10-01T00:00:00.000Z", "2150-10-01");
        var import = await Checked(one.Curator, one.School, delta.Zip());
        Assert.That(Codes(await Problems(one.Curator, import)), Is.Empty);
    }

    [TestCase("birthDate", "2015-01-01", "/birthDate", "import.birth-date")]
    [TestCase("birthDate", "1905-01-01", "/birthDate", "import.birth-date")]
    [TestCase("birthDate", "2150-01-01", "/birthDate", "person.birth-date")]
    [TestCase("startedOn", "1990-01-01", "/startedOn", "import.hired-young")]
    [TestCase("startedOn", "2150-01-01", "/startedOn", "import.start-ahead")]
    [TestCase("endedOn", "2019-09-01", "/endedOn", "import.dates")]
    public async Task By_hand_it_is_the_same_rule(string field, string day, string pointer, string code)
    {
        var (school, curator) = await School();
        var person = new JsonObject
        {
            ["organizationId"] = school, ["familyName"] = "Ручная", ["givenName"] = "Анна", ["birthDate"] = "1985-05-05", ["positionCode"] = "teacher",
            ["isMain"] = true, ["startedOn"] = "2019-09-01",
        };
        person[field] = day;
        await curator.Post($"{Imports}/person", person).PointsTo(pointer, code);
    }

    [Test]
    public async Task A_birth_is_corrected_to_what_the_work_allows_and_what_stands_there_is_asked_of_nobody()
    {
        var one = await Teacher("правка");
        async Task<HttpResponseMessage> Revised(string? birth, string? phone = null) => await one.Curator.Put(one.Path, new
        {
            version = (int)(await Person(one))["version"]!, familyName = "Правкина", givenName = "Анна", birthDate = birth, phone,
        });
        await Revised("2007-01-01").PointsTo("/birthDate", "import.hired-young");
        await Revised("1900-01-01").PointsTo("/birthDate", "import.birth-date");
        await Sql.ExecuteAsync("update person set birth_date = '2015-01-01' where id = @Person", new { one.Person });
        await Revised("2015-01-01", "+7 900 000-00-00").Ok();
        await Revised("1990-01-01").Ok();
    }

    [Test]
    public async Task A_day_that_the_file_gives_after_a_planned_change_ends_the_work_as_it_will_be_by_then()
    {
        var one = await Teacher("срочный");
        await Change(one, "head", Today.AddDays(30)).Ok();
        await Change(one, "psychologist", Today.AddDays(60)).Ok();
        foreach (var (ends, work) in (IEnumerable<(int, string[])>)
        [
            (90, [$"teacher main 2020-09-01 {Today.AddDays(30):O}", $"head main {Today.AddDays(30):O} {Today.AddDays(60):O}",
                $"psychologist main {Today.AddDays(60):O} {Today.AddDays(90):O}"]),
            (45, [$"teacher main 2020-09-01 {Today.AddDays(30):O}", $"head main {Today.AddDays(30):O} {Today.AddDays(45):O}"]),
        ])
        {
            var import = await Again(one, roster => roster.Role(1, ends: $"{Today.AddDays(ends):O}"));
            Assert.That((int)import["problems"]!, Is.Zero);
            Assert.That(await Work(one), Is.EqualTo(work));
            var repeated = await Again(one, roster => roster.Role(1, ends: $"{Today.AddDays(ends):O}"));
            Assert.That(((int)repeated["updates"]!, (int)repeated["ends"]!), Is.EqualTo((0, 0)), "the same file again changes nothing");
        }
    }

    [Test]
    public async Task Two_main_works_at_once_stay_a_problem()
    {
        var one = await Teacher("два места");
        await Change(one, "head", Today.AddDays(30)).Ok();
        var roster = new Roster { Mark = one.Mark }.User(1).Role(1, ends: $"{Today.AddDays(90):O}")
            .Role(1, "Педагог-психолог", hired: $"{Today.AddDays(40):O}", id: "role-1b").User(2).Role(2).User(3).Role(3);
        var import = await Checked(one.Curator, one.School, roster.Zip());
        Assert.That(Codes(await Problems(one.Curator, import)).Select(code => code.Split(' ')[^1]), Is.EqualTo(new[] { "import.main-twice" }));
    }

    static void Born(Roster roster, int at, string birth) => roster.Users[at] = $"{roster.Users[at][..roster.Users[at].LastIndexOf(',')]},{birth}";
}
