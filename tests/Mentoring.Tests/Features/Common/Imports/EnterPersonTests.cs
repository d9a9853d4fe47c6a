using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(EnterPerson))]
public sealed class EnterPersonTests : ImportTest
{
    const string Path = $"{Imports}/person";

    [Test]
    public async Task One_person_is_entered_checked_and_confirmed_and_a_later_file_knows_them()
    {
        var (school, curator) = await School();
        var import = await Entered(curator, Person(school, "Ручная"));
        Assert.That(Counts(import), Is.EqualTo((1, 0, 0, 0)), import.ToJsonString());
        Assert.That(await Working(school), Is.Zero, "nothing is written before it is confirmed");
        await Confirm(curator, import);
        var entered = await Sql.QuerySingleAsync<(string Family, string Position, bool Main, string From)>("""
            select p.family_name, e.position_code, e.is_main, e.started_on::text from employment e join person p on p.id = e.person_id
                   where e.organization_id = @school
            """, new { school });
        Assert.That(entered, Is.EqualTo(("Ручная", "teacher", true, "2026-09-01")));

        var again = await Entered(curator, Person(school, "Ручная", position: "psychologist", isMain: false));
        Assert.That(Codes(await Problems(curator, again)), Is.EqualTo(new[] { "users.csv:2 sourcedId import.person-here" }));
        Assert.That((string?)(await Problems(curator, again))[0]!["message"], Does.Contain("on the person's page").And.Not.Contains("sourcedId"));

        var file = new Roster().User(1, family: "Ручная", given: "Анна").Role(1, hired: "2026-09-01");
        file.Users[0] = file.Users[0][..^"1960-02-07".Length] + "1990-05-05";
        Assert.That(Counts(await Applied(curator, school, file.Zip())).Creates, Is.Zero);
        Assert.That(await Working(school), Is.EqualTo(1));
    }

    [TestCase("2026-09-21", false)]
    [TestCase("2026-10-25", true)]
    public async Task Whoever_has_left_is_employed_again_with_the_record_of_before(string startedOn, bool isNew)
    {
        var (school, curator) = await School();
        var family = isNew ? "Возвратная" : "Вернувшаяся";
        await Confirm(curator, await Entered(curator, Person(school, family)));
        var (person, post, version) = await Sql.QuerySingleAsync<(Guid, Guid, int)>(
            "select person_id, id, version from employment where organization_id = @school", new { school });
        await curator.Post($"/api/v1/organizations/{school}/people/{person}/employments/{post}/end",
            new { version, lastDay = "2026-09-20", reason = "OwnWish" }).Ok();
        object Again(string from) => new
        {
            organizationId = school, familyName = family, givenName = "Анна", birthDate = "1990-05-05", email = "back@school.example",
            positionCode = "teacher", isMain = true, startedOn = from, isNew,
        };

        var import = await Entered(curator, Again(startedOn));

        Assert.That(await Problems(curator, import), Is.Empty);
        Assert.That((int)import["joins"]!, Is.EqualTo(1));
        await Confirm(curator, import);
        Assert.That(await Sql.QueryAsync<(Guid, string, string?)>("""
            select person_id, started_on::text, ended_on::text from employment where organization_id = @school order by started_on
            """, new { school }), Is.EqualTo(new[] { (person, "2026-09-01", (string?)"2026-09-21"), (person, startedOn, null) }));
        Assert.That(Codes(await Problems(curator, await Entered(curator, Again("2026-11-01")))),
            Is.EqualTo(new[] { "users.csv:2 sourcedId import.person-here" }), "who works is not employed twice");
    }

    [TestCase("Двойная, \"младшая\"")]
    [TestCase("=СУММА(A1)")]
    [TestCase("О'Коннор; д’Арк")]
    public async Task A_name_arrives_as_it_was_typed(string family)
    {
        var (school, curator) = await School();
        await Confirm(curator, await Entered(curator, Person(school, family)));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select family_name from person where @school = any(organization_ids)", new { school }),
            Is.EqualTo(family));
    }

    [Test]
    public async Task What_is_wrong_is_said_before_or_by_the_check()
    {
        var (school, curator) = await School();
        await curator.Post(Path, Person(school, "")).IsProblem(400, "validation");
        var import = await Entered(curator, Person(school, "Безместная", position: "stargazer"));
        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[] { "roles.csv:2 metadata.mentoring.position import.position" }));
    }

    [TestCase("2150-01-01", "person.birth-date")]
    [TestCase("1899-12-31", "request.day")]
    public async Task Nobody_is_entered_who_is_born_on_a_day_to_come_or_before_1900(string birthDate, string code)
    {
        var (school, curator) = await School();
        await curator.Post(Path, new
        {
            organizationId = school, familyName = "Нерождённая", givenName = "Анна", birthDate, positionCode = "teacher", isMain = true,
            startedOn = "2026-09-01",
        }).PointsTo("/birthDate", code);
    }

    [Test]
    public async Task Only_who_imports_the_staff_enters_people()
    {
        var (school, curator) = await School();
        await curator.Post(Path, Person(await World.School(), "Чужая")).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, school)).Post(Path, Person(school, "Чужая")).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Nobody_is_entered_where_nothing_is_any_more()
    {
        var (school, curator) = await School();
        var id = (Guid)(await curator.Post(Path, Person(school, "Поздняя")).Gives(202))["id"]!;
        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = current_date where id = @school", new { school });
        await curator.Post(Path, Person(school, "Поздняя")).IsProblem(409, "import.organization-closed");
        await Send(curator, school, Roster.Of(3).Zip()).IsProblem(409, "import.organization-closed");
        await Check(id);
        Assert.That((string?)(await Get(curator, id))["failure"]?["code"], Is.EqualTo("import.organization-closed"), "what was under way stops");
    }

    static object Person(Guid school, string family, string position = "teacher", bool isMain = true) => new
    {
        organizationId = school, familyName = family, givenName = "Анна", birthDate = "1990-05-05", positionCode = position, isMain, startedOn = "2026-09-01",
    };

    async Task<JsonNode> Entered(HttpClient client, object person)
    {
        var id = (Guid)(await client.Post(Path, person).Gives(202))["id"]!;
        await Check(id);
        return await Get(client, id);
    }

    async Task Confirm(HttpClient client, JsonNode import)
    {
        await client.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
    }
}
