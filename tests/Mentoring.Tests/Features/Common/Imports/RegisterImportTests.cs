using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(ConfirmImport), nameof(UploadOrganizationRegister))]
public sealed class RegisterImportTests : ImportTest
{
    static readonly string Published = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "organizations-register.json"));

    [OneTimeSetUp]
    public Task Oryol() => Sql.ExecuteAsync("""
        insert into territory (code, parent_code, level, name_ru, name_en, time_zone) values ('RU-ORL', 'cfo', 'Region', 'Орловская область', 'Oryol Oblast',
            'Europe/Moscow') on conflict do nothing;
        insert into territory_tree values ('RU', 'RU-ORL', 2), ('cfo', 'RU-ORL', 1), ('RU-ORL', 'RU-ORL', 0) on conflict do nothing;
        """);

    [Test, Order(1)]
    public async Task Published_organizations_are_taken_in_as_they_are()
    {
        var federal = await As(Role.FederalOperator, "RU");

        var import = await Taken(federal, Published);

        Assert.That(((string?)import["status"], Counts(import)), Is.EqualTo(("Applied", (2, 0, 0, 0))), import.ToJsonString());
        var school = await Sql.QuerySingleAsync<(string Full, string Short, string Region, string Territory, string Kind)>(
            "select name_full, name_short, region_code, territory_code, kind from organization where ogrn = '1026901606610'");
        Assert.That(school, Is.EqualTo((
            "Муниципальное бюджетное общеобразовательное учреждение \"Кемецкая средняя общеобразовательная школа\"", "МБОУ «Кемецкая СОШ»", "RU-TVE",
                "28604000", "School")), "its address names the district");
        Assert.That(await Sql.ExecuteScalarAsync<string>("select region_code from organization where ogrn = '1025700696383'"), Is.EqualTo("RU-ORL"),
            "found by name");
    }

    [Test, Order(2)]
    public async Task A_new_name_is_an_event_and_other_quotation_marks_are_none()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var next = Change(Published, (first, second) =>
        {
            first["full_name"] = " муниципальное бюджетное общеобразовательное учреждение «Кемецкая средняя общеобразовательная школа» ";
            first["short_name"] = null;
            first["legal_info"]!["kpp"] = null;
            second["short_name"] = "МБОУ «Новосёловская СОШ»";
            second["contact_info"]!["phone"] = "+7 (4862) 40-48-25";
        });

        Assert.That(Counts(await Taken(federal, next)), Is.EqualTo((0, 1, 0, 1)));

        var events = (await Sql.QueryAsync<(string Kind, string Detail)>("select kind, detail from organization_event order by kind desc")).ToList();
        Assert.That(events.Select(e => e.Kind), Is.EqualTo(new[] { "Renamed", "Changed" }));
        var renamed = JsonNode.Parse(events[0].Detail)!["nameShort"]!;
        Assert.That((string?)renamed["from"], Is.EqualTo("МБОУ «Новоселовская ООШ» Орловского муниципального округа"));
        Assert.That((string?)renamed["to"], Is.EqualTo("МБОУ «Новосёловская СОШ»"));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select kpp from organization where ogrn = '1026901606610'"), Is.EqualTo("690701001"));
    }

    [Test]
    public async Task Wrong_numbers_and_unknown_regions_are_problems()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var bad = Change(Published, (first, second) =>
        {
            first["legal_info"]!["ogrn"] = "1026901606611";
            first["legal_info"]!["inn"] = "6907006969";
            second["region"] = new JsonObject { ["name"] = "Атлантида", ["code"] = 99 };
            second["full_name"] = "";
        });
        var import = await Received(federal, bad);
        Assert.That(Codes(await Problems(federal, import)), Is.EqualTo(new[]
        {
            "list:1 edu_org.legal_info.inn import.inn", "list:1 edu_org.legal_info.ogrn import.ogrn",
            "list:2 edu_org.full_name import.required", "list:2 edu_org.region import.region-unknown",
        }));
    }

    [Test]
    public async Task A_coordinator_takes_in_their_own_region_alone()
    {
        var coordinator = await As(Role.RegionalCoordinator, World.Region);
        var import = await Received(coordinator, Published);
        Assert.That(Codes(await Problems(coordinator, import)), Is.EqualTo(new[] { "list:2 edu_org.region import.outside-region" }));
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).GetAsync($"{Imports}/{import["id"]}").IsProblem(404, "not-found");
        await (await As(Role.Curator, await World.School())).GetAsync($"{Imports}/{import["id"]}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Only_who_keeps_organizations_sends_them() =>
        await Post(await As(Role.Curator, await World.School()), Published).IsProblem(403, "permission.missing");

    [Test]
    public async Task What_is_no_register_is_refused()
    {
        var federal = await As(Role.FederalOperator, "RU");
        await Post(federal, "name;ogrn").IsProblem(400, "import.not-json");
        await Send(federal, $"{Imports}/organizations", Encoding.Unicode.GetBytes(Published), "application/json").IsProblem(400, "import.encoding");
        Assert.That((string?)(await Received(federal, """{"items": []}"""))["failure"]!["code"], Is.EqualTo("import.no-list"));
        Assert.That((string?)(await Received(federal, Published[..^200]))["failure"]!["code"], Is.EqualTo("import.json-damaged"));
        var odd = await Received(federal, """{"list": [{"edu_org": {"full_name": {"ru": "Школа"}}}, {"edu_org": null}, 5]}""");
        Assert.That(Codes(await Problems(federal, odd)),
            Is.EqualTo(new[] { "list:1 edu_org import.entry", "list:2 edu_org import.entry", "list:3 edu_org import.entry" }));
    }

    static string Change(string json, Action<JsonNode, JsonNode> change)
    {
        var register = JsonNode.Parse(json)!;
        change(register["list"]![0]!["edu_org"]!, register["list"]![1]!["edu_org"]!);
        return register.ToJsonString();
    }
}
