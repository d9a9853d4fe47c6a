using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Imports;

public sealed class ListImportPeopleTests : ImportTest
{
    [Test]
    public async Task Who_leaves_comes_and_changes_is_told_by_name_before_and_after()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(4).Zip());
        var file = new Roster().User(1, family: "Замужняя").Role(1).User(2, email: "new@school.example").Role(2, position: "head").User(4).Role(4).User(5).Role(5);

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
        $"{p!["change"]} {p["name"]} > {p["newName"]} {string.Join(',', p["fields"]!.AsArray().Select(f => (string?)f))}".Replace(new Roster().Mark, "", StringComparison.Ordinal);

    static async Task<JsonArray> People(HttpClient client, JsonNode import, string query = "") =>
        (await client.GetAsync($"{Imports}/{import["id"]}/people?size=200{query}").Ok())["items"]!.AsArray();

    Task<long> Names(JsonNode import) =>
        Sql.ExecuteScalarAsync<long>("select count(name) from import_person where import_id = @id", new { id = (Guid)import["id"]! });
}
