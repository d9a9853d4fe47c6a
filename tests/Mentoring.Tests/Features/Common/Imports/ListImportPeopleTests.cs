using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(ListImportPeople))]
public sealed class ListImportPeopleTests : ImportTest
{
    [Test]
    public async Task Who_leaves_comes_and_changes_is_told_by_name_before_and_after()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(4).Zip());
        var file = new Roster().User(1, family: "Замужняя").Role(1).User(2, email: "new@school.example").Role(2, position: "head").User(4).Role(4).User(5)
            .Role(5);

        var import = await Checked(curator, school, file.Zip());

        var people = await People(curator, import);
        Assert.That(people.Select(Line), Is.EquivalentTo(new[]
        {
            "Changes Смирнова Мария Петровна > Замужняя Мария Петровна Name", "Changes Кузнецова Елена Сергеевна >  Contacts,Work",
            "Joins Лебедева Татьяна Викторовна >  ", "Leaves Попова Ольга Алексеевна >  ",
        }));
        Assert.That(people.Where(p => p!["personId"] is null).Select(p => (string?)p!["change"]), Is.EqualTo(new[] { "Joins" }), "the others are linked to");
        Assert.That((await People(curator, import, "&change=Leaves")).Select(p => $"{p!["positionCode"]}"), Is.EqualTo(new[] { "teacher" }));
        Assert.That((await curator.GetAsync($"{Imports}/{import["id"]}/people?size=1").Ok())["next"], Is.Not.Null);

        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That((await People(curator, import)).Select(p => p!["personId"]), Has.None.Null);
        Assert.That(await Names(import), Is.Zero, "names are kept no longer than they are needed");
    }

    [Test]
    public async Task What_changes_is_told_from_what_to_what_and_of_the_person_no_longer_than_it_is_needed()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(4, mark: "было").Role(4, "Педагог-психолог", "2022-09-01", main: false, id: "role-4b").Zip());
        var file = new Roster { Mark = "было" }.User(1, family: "Замужняя", email: "").Role(1).User(2).Role(2, position: "head", category: "первая")
            .User(3).Role(3, hired: "2021-09-01", ends: "2030-01-01").Role(3, "Педагог-психолог", "2023-09-01", main: false, id: "role-3b").User(4).Role(4);

        var import = await Checked(curator, school, file.Zip());

        Assert.That((await curator.GetAsync($"{Imports}/{import["id"]}/people").Ok())["items"]!.AsArray().Select(Changes), Is.EqualTo(new[]
        {
            "Смирнова: Name Смирнова Мария Петровнабыло > Замужняя Мария Петровнабыло, Email teacher1@school.example > ",
            "Кузнецова: Position teacher > head, Qualification  > First",
            "Попова: Post  > 2023-09-01, StartedOn 2020-09-01 > 2021-09-01, LastDay  > 2029-12-31",
            $"Соколова: LastDay  > {Day(-1)}",
        }));

        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Sql.QueryAsync<string>("select details::text from import_person where import_id = @id and details::text ~ '@|Смирнова'",
            new { id = (Guid)import["id"]! }), Is.Empty);
        Assert.That((await curator.GetAsync($"{Imports}/{import["id"]}/people").Ok())["items"]!.AsArray().Select(Changes),
            Has.One.EqualTo("Кузнецова: Position teacher > head, Qualification  > First"));
    }

    static string Day(int days) => RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow").AddDays(days).ToString("O");

    static string Changes(JsonNode? person) => $"{((string)person!["name"]!).Split(' ')[0]}: "
        + string.Join(", ", person["changes"]!.AsArray().Select(c => $"{c!["field"]} {c["before"]} > {c["after"]}"));

    [Test]
    public async Task An_import_that_comes_to_nothing_keeps_no_names()
    {
        var (school, curator) = await School();
        var import = await Checked(curator, school, Roster.Of(2).Zip());
        Assert.That(await Names(import), Is.EqualTo(2));
        await curator.Post($"{Imports}/{import["id"]}/cancel").Ok();
        Assert.That((await People(curator, import)).Count, Is.Zero);
    }

    [Test]
    public async Task Only_who_may_see_the_import_sees_them()
    {
        var (school, curator) = await School();
        var import = await Checked(curator, school, Roster.Of(1).Zip());
        var address = $"{Imports}/{import["id"]}/people";
        await (await As(Role.Curator, await World.School())).GetAsync(address).IsProblem(404, "not-found");
        await (await As(Role.RegionalCoordinator, World.Region)).GetAsync(address).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, school)).GetAsync(address).IsProblem(403, "permission.missing");
        await curator.GetAsync($"{address}?size=0").IsProblem(400, "validation");
    }

    static string Line(JsonNode? p) =>
        $"{p!["change"]} {p["name"]} > {p["newName"]} {string.Join(',', p["fields"]!.AsArray().Select(f => (string?)f))}".Replace(new Roster().Mark, "",
            StringComparison.Ordinal);

    static async Task<JsonArray> People(HttpClient client, JsonNode import, string query = "") =>
        (await client.GetAsync($"{Imports}/{import["id"]}/people?size=200{query}").Ok())["items"]!.AsArray();

    Task<long> Names(JsonNode import) =>
        Sql.ExecuteScalarAsync<long>("select count(name) from import_person where import_id = @id", new { id = (Guid)import["id"]! });
}
