using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>What stands around a name in the public register: envelopes, branches, certificates that end and follow one another.</summary>
public sealed class RegisterCertificateTests : ImportTest
{
    HttpClient _federal = null!;
    int _number;

    [OneTimeSetUp]
    public async Task Federal() => _federal = await As(Role.FederalOperator, "RU");

    [Test]
    public async Task The_registers_own_envelope_is_read()
    {
        var import = await Taken(_federal, Register.Page(1, 1, Register.Certificate("Муниципальное общеобразовательное учреждение \"Заречная школа\"",
            Next())));
        Assert.That(Counts(import), Is.EqualTo((1, 0, 0, 0)));
    }

    [Test]
    public async Task Pages_saved_one_after_the_other_are_one_file()
    {
        var first = Register.Page(1, 2, Register.Certificate("Школа первой страницы", Next()));
        var second = Register.Page(2, 2, Register.Certificate("Школа второй страницы", Next()), Register.Certificate("Ещё одна школа", Next()));
        var import = await Taken(_federal, $"[{first}, {second}]");
        Assert.That((Counts(import), (int)import["rowsTotal"]!), Is.EqualTo(((3, 0, 0, 0), 3)));
    }

    [TestCase("{\"data\": {LIST}}")]
    [TestCase("{\"data\": [CERTIFICATE]}")]
    [TestCase("[CERTIFICATE]")]
    public async Task Other_wrappings_of_a_list_are_read(string wrapping)
    {
        var certificate = Register.Certificate($"Школа {_number}", Next()).ToJsonString();
        var file = wrapping.Replace("{LIST}", $"{{\"list\": [{certificate}]}}").Replace("CERTIFICATE", certificate);
        Assert.That(Counts(await Taken(_federal, file)), Is.EqualTo((1, 0, 0, 0)));
    }

    [Test]
    public async Task A_page_that_breaks_off_is_damage_and_no_shorter_file()
    {
        var page = Register.Page(1, 2, Register.Certificate("Школа целой страницы", Next()));
        foreach (var broken in new[] { $"[{page}, {page[..^80]}", $"[{page}, {{\"data\"", $"[{page}] tail" })
            Assert.That((string?)(await Received(_federal, broken))["failure"]?["code"], Is.EqualTo("import.json-damaged"), broken[^60..]);
    }

    [TestCase("Недействующее", null)]
    [TestCase("Прекращено", null)]
    [TestCase("Действие прекращено", null)]
    [TestCase("Аннулировано", null)]
    [TestCase(null, "2015-06-18")]
    public async Task A_certificate_that_ended_is_no_open_organization(string? status, string? ends)
    {
        var ogrn = Next();
        Assert.That(Counts(await Taken(_federal, Register.List(Register.Certificate($"Закрытая школа № {_number}", ogrn, ends: ends, status: status)))),
            Is.EqualTo((1, 0, 0, 0)));
        Assert.That(await StatusOf(ogrn), Is.EqualTo("Closed"));
        Assert.That(await Sql.ExecuteScalarAsync<DateOnly?>("select closed_on from organization where ogrn = @ogrn", new { ogrn }),
            Is.EqualTo(ends is null ? new DateOnly(2022, 4, 8) : DateOnly.Parse(ends, null)), "the day of its last certificate where no other is told");
    }

    [TestCase("Приостановлено", null)]
    [TestCase("Действующее", null)]
    [TestCase(null, "2099-12-31")]
    public async Task A_suspended_certificate_or_one_that_ends_later_leaves_it_open(string? status, string? ends)
    {
        var ogrn = Next();
        await Taken(_federal, Register.List(Register.Certificate($"Открытая школа № {_number}", ogrn, ends: ends, status: status)));
        Assert.That(await StatusOf(ogrn), Is.EqualTo("Open"));
    }

    [Test]
    public async Task A_branch_in_a_supplement_is_an_organization()
    {
        var ogrn = Next();
        var head = Register.Certificate("Муниципальное учреждение «Головная школа»", ogrn);
        var branch = Register.Organization("Филиал «Головная школа» — Лесная школа", ogrn, branch: true, kpp: "690145001");
        var closed = Register.Organization("Филиал «Головная школа» — Озёрная школа", ogrn, branch: true);
        head["supplements"] = new JsonArray(Register.Supplement(null), Register.Supplement(branch, "Действующее"), Register.Supplement(closed, "Недействующее"),
            Register.Supplement(head["edu_org"]!.DeepClone()));
        var file = Register.List(head);

        Assert.That(Counts(await Taken(_federal, file)), Is.EqualTo((3, 0, 0, 0)));
        var rows = (await Sql.QueryAsync<(string Name, string? Ogrn, string Status)>(
            "select name_full, ogrn, status from organization where name_full like '%Головная школа%' order by name_full")).ToList();
        Assert.That(rows, Is.EqualTo(new[]
        {
            ("Муниципальное учреждение «Головная школа»", ogrn, "Open"), ("Филиал «Головная школа» — Лесная школа", null, "Open"),
                ("Филиал «Головная школа» — Озёрная школа", null, "Closed"),
        }));
        Assert.That(Counts(await Taken(_federal, file.Replace("\"120\"", "\"121\""))), Is.EqualTo((0, 0, 0, 3)), "known again by its id in the register");
    }

    [TestCase("690145001", "Лесная школа (филиал)", TestName = "A_branch_is_known_by_its_tax_numbers_whatever_id_the_next_certificate_gives_it")]
    [TestCase(null, "ФИЛИАЛ \"Головная школа\" - Лесная школа", TestName = "A_branch_without_a_KPP_is_known_by_the_letters_of_its_name")]
    public async Task A_branch_is_known_again(string? kpp, string named)
    {
        var ogrn = Next();
        var inn = Register.Inn(_number);
        JsonObject Head(string name, string issued)
        {
            var (head, branch) = (Register.Certificate("Головная школа", ogrn, issued), Register.Organization(name, ogrn, branch: true, kpp: kpp));
            branch["legal_info"]!["inn"] = inn;
            head["supplements"] = new JsonArray(Register.Supplement(branch));
            return head;
        }

        var (first, next) = (Head("Филиал «Головная школа» — Лесная школа", "2020-01-01"), Head(named, "2024-01-01"));
        Assert.That(Counts(await Taken(_federal, Register.List(first))), Is.EqualTo((2, 0, 0, 0)));
        Assert.That(Counts(await Taken(_federal, Register.List((JsonObject)next.DeepClone()))).Creates, Is.Zero);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from organization where inn = @inn and ogrn is null", new { inn }), Is.EqualTo(1));

        var (other, twice) = (Next(), Register.Inn(_number));
        (ogrn, inn) = (other, twice);
        var both = Register.List(Head("Филиал «Головная школа» — Лесная школа", "2020-01-01"), Head(named, "2024-01-01"));
        Assert.That(Counts(await Taken(_federal, both)).Creates, Is.EqualTo(2), "two certificates of one file speak of one branch");
    }

    [Test]
    public async Task A_fault_of_a_branch_is_told_with_its_place_and_holds_back_nothing_else()
    {
        var ogrn = Next();
        var head = Register.Certificate("Школа с филиалом", ogrn);
        var branch = Register.Organization("", ogrn, branch: true);
        head["supplements"] = new JsonArray(Register.Supplement(branch));
        var import = await Received(_federal, Register.List(head));
        Assert.That(Codes(await Problems(_federal, import)), Is.EqualTo(new[] { "list:1 supplements[0].edu_org.full_name import.required" }));
        Assert.That(Counts(import), Is.EqualTo((1, 0, 0, 0)));
    }

    [Test]
    public async Task The_newest_certificate_wins_whatever_comes_first()
    {
        var ogrn = Next();
        var (old, now) = (Register.Certificate("Старое имя школы", ogrn, "2015-01-01"), Register.Certificate("Новое имя школы", ogrn, "2023-01-01"));
        Assert.That(Counts(await Taken(_federal, Register.List((JsonObject)old.DeepClone(), now))), Is.EqualTo((1, 0, 0, 1)));

        Assert.That(Counts(await Taken(_federal, Register.List(old))), Is.EqualTo((0, 0, 0, 1)), "an older file later changes nothing");
        Assert.That(Counts(await Taken(_federal, Register.List(Register.Certificate("Прежнее имя школы", ogrn, "2014-01-01", status: "Прекращено")))),
            Is.EqualTo((0, 0, 0, 1)));
        Assert.That((await NameOf(ogrn), await StatusOf(ogrn)), Is.EqualTo(("Новое имя школы", "Open")));

        Assert.That(Counts(await Taken(_federal, Register.List(Register.Certificate("Новейшее имя школы", ogrn, "2024-01-01")))), Is.EqualTo((0, 1, 0, 0)));
        Assert.That(await NameOf(ogrn), Is.EqualTo("Новейшее имя школы"));
    }

    [Test]
    public async Task An_organization_ends_by_its_certificate_and_opens_again_by_the_next()
    {
        var ogrn = Next();
        await Taken(_federal, Register.List(Register.Certificate("Школа с перерывом", ogrn, "2015-01-01")));
        Assert.That(Counts(await Taken(_federal, Register.List(Register.Certificate("Школа с перерывом", ogrn, "2015-01-01", status: "Прекращено")))),
            Is.EqualTo((0, 0, 1, 0)));
        Assert.That(await StatusOf(ogrn), Is.EqualTo("Closed"));
        Assert.That(Counts(await Taken(_federal, Register.List(Register.Certificate("Школа с перерывом", ogrn, "2016-01-01")))), Is.EqualTo((0, 1, 0, 0)));
        Assert.That(await StatusOf(ogrn), Is.EqualTo("Open"));
        Assert.That(await EventsOf(ogrn), Is.EquivalentTo(new[] { "Closed", "Opened" }));
    }

    [Test]
    public async Task Where_people_work_a_person_closes()
    {
        var ogrn = Next();
        await Taken(_federal, Register.List(Register.Certificate("Школа с людьми", ogrn, "2015-01-01")));
        await World.Teacher(await Sql.ExecuteScalarAsync<Guid>("select id from organization where ogrn = @ogrn", new { ogrn }));
        var import = await Received(_federal, Register.List(Register.Certificate("Школа с людьми", ogrn, "2015-01-01", status: "Прекращено")));
        Assert.That(Codes(await Problems(_federal, import)), Is.EqualTo(new[] { "list:1 edu_org import.still-works" }));
        Assert.That(Counts(import), Is.EqualTo((0, 0, 0, 0)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task One_that_bears_the_name_on_is_its_successor(bool together)
    {
        var (name, before, after) = ($"Муниципальное учреждение «Школа имени Ёлкина № {_number}»", Next(), Next());
        if (!together) await Taken(_federal, Register.List(Register.Certificate(name, before)));
        var heir = Register.Certificate(name.Replace('Ё', 'Е').Replace('«', '"').Replace('»', '"'), after);
        await Taken(_federal, Register.List(heir, Register.Certificate(name, before, status: "Прекращено")));

        Assert.That((await StatusOf(before), await StatusOf(after)), Is.EqualTo(("Closed", "Open")));
        Assert.That(await EventsOf(before), Does.Contain("Merged"));
        Assert.That(await Sql.ExecuteScalarAsync<string>("""
            select o.ogrn from organization_successor s join organization o on o.id = s.successor_id join organization gone on gone.id = s.organization_id
               where gone.ogrn = @before
            """, new { before }), Is.EqualTo(after));
    }

    [TestCase("Тверская обл., г. Ржев, ул. Ленина, 1", "Тверская обл., г. Торжок, ул. Мира, 2", false)]
    [TestCase("Тверская обл., г Ржев, ул. Ленина, 1", "172380, Тверская область, город Ржев, ул. Мира, 2", true)]
    [TestCase("Тверская обл., Ржевский район, с. Новое, 1", "Тверская обл., Бологовский район, с. Старое, 1", false)]
    [TestCase("Тверская обл., Ржевский район, д. Новая, 1", "Тверская обл., Бологовский муниципальный округ, д. Новая, 1", false)]
    [TestCase(null, null, false)]
    public async Task One_of_the_same_name_in_another_place_is_no_successor(string? before, string? after, bool merged)
    {
        var (name, gone, comes) = ($"Муниципальное учреждение «Средняя школа № {_number}»", Next(), Next());
        await Taken(_federal, Register.List(At(before, Register.Certificate(name, gone))));
        var file = Register.List(At(after, Register.Certificate(name, comes)), At(before, Register.Certificate(name, gone, status: "Прекращено")));
        var import = await Received(_federal, file);
        var shown = (await _federal.GetAsync($"{Imports}/{import["id"]}/organizations").Ok())["items"]!.AsArray();
        Assert.That(shown.Select(o => $"{o!["change"]} {o["successor"]} {o["kind"]}"), Is.EqualTo(new[]
        {
            merged ? $"Closes {name} " : "Closes  ", "Comes  School",
        }));
        await _federal.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await EventsOf(gone), Is.EqualTo(new[] { merged ? "Merged" : "Closed" }));
    }

    [TestCase("28604000", "28604000", true)]
    [TestCase("28604000", "28701000", false)]
    public async Task Where_the_municipalities_are_known_they_say_whether_it_is_one_place(string before, string after, bool merged)
    {
        var (name, gone, comes) = ($"Муниципальное учреждение «Общая школа № {_number}»", Next(), Next());
        await Taken(_federal, Register.List(Register.Certificate(name, gone), Register.Certificate(name + " вторая", comes)));
        await Sql.ExecuteAsync("""
            update organization set territory_code = case when ogrn = @gone then @before else @after end where ogrn in (@gone, @comes)
            """, new { before, after, gone, comes });
        await Taken(_federal, Register.List(Register.Certificate(name, comes, "2023-01-01"), Register.Certificate(name, gone, status: "Прекращено")));
        Assert.That(await EventsOf(gone), Is.EqualTo(new[] { merged ? "Merged" : "Closed" }));
    }

    static JsonObject At(string? address, JsonObject certificate)
    {
        certificate["edu_org"]!["contact_info"]!["post_address"] = address;
        return certificate;
    }

    string Next() => Register.Ogrn(++_number);

    Task<string?> StatusOf(string ogrn) => Sql.ExecuteScalarAsync<string>("select status from organization where ogrn = @ogrn", new { ogrn });

    Task<string?> NameOf(string ogrn) => Sql.ExecuteScalarAsync<string>("select name_full from organization where ogrn = @ogrn", new { ogrn });

    async Task<IEnumerable<string>> EventsOf(string ogrn) => await Sql.QueryAsync<string>(
        "select e.kind from organization_event e join organization o on o.id = e.organization_id where o.ogrn = @ogrn and e.kind <> 'Changed'", new { ogrn });
}
