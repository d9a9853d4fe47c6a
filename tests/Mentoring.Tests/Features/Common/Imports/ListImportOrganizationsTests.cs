using System.Text.Json.Nodes;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(ListImportOrganizations), nameof(ListImportProblems))]
public sealed class ListImportOrganizationsTests : ImportTest
{
    HttpClient _federal = null!;

    [OneTimeSetUp]
    public async Task Federal() => _federal = await As(Role.FederalOperator, "RU");

    [Test]
    public async Task Which_organizations_come_is_told_before_and_linked_to_after()
    {
        var (one, other) = (Register.Ogrn(1), Register.Ogrn(2));
        var import = await Received(_federal, Register.List(Register.Certificate("Берёзовая школа", one), Register.Certificate("Липовая школа", other)));

        var shown = await Shown(import);
        Assert.That(shown.Select(o => $"{o!["change"]} {o["name"]} {o["key"]} {o["day"]} {o["organizationId"]}"), Is.EqualTo(new[]
        {
            $"Comes Берёзовая школа {one} 2022-04-08 ", $"Comes Липовая школа {other} 2022-04-08 ",
        }));
        Assert.That((await _federal.GetAsync($"{Imports}/{import["id"]}/organizations?size=1").Ok())["next"], Is.Not.Null);

        await _federal.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That((await Shown(import)).Select(o => o!["organizationId"]), Has.Exactly(2).Not.Null);
    }

    [Test]
    public async Task What_changes_closes_and_opens_again_is_told_with_what_it_was_before()
    {
        var (renamed, ended) = (Register.Ogrn(3), Register.Ogrn(4));
        var same = Register.Certificate("Школа как была", Register.Ogrn(5));
        await Taken(_federal, Register.List(Register.Certificate("Школа до", renamed, kpp: "690701001"), Register.Certificate("Школа с концом", ended),
            (JsonObject)same.DeepClone()));

        var import = await Received(_federal, Register.List(Register.Certificate("Школа после", renamed, kpp: "690701002"),
            Register.Certificate("Школа с концом", ended, ends: "2023-05-31"), same));
        Assert.That(Counts(import), Is.EqualTo((0, 1, 1, 1)));
        Assert.That((await Shown(import)).Select(o => $"{o!["change"]} {o["name"]} {o["day"]}"), Is.EqualTo(new[]
        {
            "Changes Школа до 2022-04-08", "Closes Школа с концом 2023-05-31",
        }), "what stays is none of them");
        Assert.That((await Shown(import, "?change=Changes"))[0]!["changes"]!.AsArray().Select(c => $"{c!["field"]}: {c["before"]} > {c["after"]}"),
            Is.SupersetOf(new[] { "kpp: 690701001 > 690701002", "nameFull: Школа до > Школа после", "nameShort: Школа до > Школа после" }));
        await _federal.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);

        var next = await Received(_federal, Register.List(Register.Certificate("Школа с концом", ended, issued: "2024-01-01")));
        Assert.That((await Shown(next)).Select(o => $"{o!["change"]} {o["day"]}"), Is.EqualTo(new[] { "Opens 2024-01-01" }));
        await _federal.Post($"{Imports}/{next["id"]}/cancel").Ok();
        Assert.That(await Shown(next), Is.Empty, "what came to nothing is forgotten");
    }

    [Test]
    public async Task Only_who_may_see_the_import_sees_them()
    {
        var import = await Received(_federal, Register.List(Register.Certificate("Закрытая от чужих школа", Register.Ogrn(6))));
        var address = $"{Imports}/{import["id"]}/organizations";
        await (await As(Role.Curator, await World.School())).GetAsync(address).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, await World.School())).GetAsync(address).IsProblem(403, "permission.missing");
        await _federal.GetAsync($"{address}?size=0").IsProblem(400, "validation");
    }

    async Task<JsonArray> Shown(JsonNode import, string query = "") =>
        (await _federal.GetAsync($"{Imports}/{import["id"]}/organizations{query}").Ok())["items"]!.AsArray();
}
