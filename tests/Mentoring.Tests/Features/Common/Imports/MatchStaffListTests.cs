using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(MatchStaffList))]
public sealed class MatchStaffListTests : StaffListTest
{
    static readonly DateOnly Birth = new(1985, 12, 31);
    static readonly DateOnly Hired = new(2015, 9, 1);

    static byte[] Book(string mark, params object?[][] more) => Sheets.Of(
    [
        ["МБОУ СОШ № 1"], null, ["Ф.И.О.", "Должность", "Дата рождения", "Дата приёма", "Эл. почта", "Телефон", "СНИЛС"],
        [$"Лист Анна {mark}", "учитель математики", Birth, Hired, $"list-{mark}@school.example", 79001234567, "112-233-445 95"],
        [$"ЛИСТ МАРИЯ {mark.ToUpperInvariant()}", "Директор", "5 марта 1970 г.", "01.08.2010", "-", null, null],
        [$"Метлина Зоя {mark}", "Уборщица", null, null, null, null, null], ["Итого", 3], .. more,
    ]);

    Task<IEnumerable<string>> Staff(Guid school) => Sql.QueryAsync<string>("""
        select concat_ws(' ', p.family_name, p.given_name, e.position_code, e.started_on, e.ended_on, p.birth_date, p.email, p.phone)
          from employment e join person p on p.id = e.person_id where e.organization_id = @school order by p.given_name, e.started_on
        """, new { school });

    [Test]
    public async Task A_workbook_of_a_school_becomes_its_staff_and_its_words_are_kept()
    {
        var (school, curator) = await School();
        var id = await SentList(curator, school, Book("Первовна"));
        Assert.That((string?)(await Get(curator, id))["status"], Is.EqualTo("Unmatched"));
        var read = await Read(curator, id);
        Assert.That((int)read["headingLine"]!, Is.EqualTo(3));
        Assert.That(read["positions"]!.AsArray().Select(p => $"{p!["written"]} {p["guess"]}"), Is.EquivalentTo(new[] { "учитель математики teacher",
            "Уборщица " }));
        Assert.That(read["skipped"]!.AsArray().Select(line => (int)line!), Is.EqualTo(new[] { 7 }));
        Assert.That((string?)read["rows"]![1]!["birthDate"], Is.EqualTo("1970-03-05"));

        await curator.Post($"{Imports}/{id}/match", Matching(read, leaveOut: "Уборщица")).Ok();
        await Check(id);
        var import = await Get(curator, id);
        Assert.That(Counts(import), Is.EqualTo((2, 0, 0, 0)), (await Problems(curator, import)).ToJsonString());
        Assert.That(await Working(school), Is.Zero, "nothing is written before it is confirmed");
        await curator.Post($"{Imports}/{id}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply(id);
        Assert.That(await Staff(school), Is.EqualTo(new[]
        {
            "Лист Анна teacher 2015-09-01 1985-12-31 list-Первовна@school.example 79001234567", "Лист Мария head 2010-08-01 1970-03-05",
        }));

        var again = await SentList(curator, school, Book("Первовна", ["Новикова Ада Первовна", "Уборщица"]));
        read = await Read(curator, again);
        Assert.That(read["positions"]!.AsArray().Select(p => $"{p!["written"]} {p["isAnswered"]}"), Is.EquivalentTo(new[] { "учитель математики true",
            "Уборщица true" }));
        Assert.That((int)read["leftOut"]!, Is.EqualTo(2));
        await curator.Post($"{Imports}/{again}/match", Matching(read)).Ok();
        await Check(again);
        Assert.That(Counts(await Get(curator, again)), Is.EqualTo((0, 0, 0, 2)), "the same people, known without an id");
    }

    [Test]
    public async Task Corrected_columns_are_offered_the_next_time()
    {
        var (school, curator) = await School();
        var id = await SentList(curator, school, Csv("Кто;Кем;Когда", "Словина Анна Ивановна;Учитель;1.9.2020"));
        var read = await Read(curator, id);
        Assert.That((int)read["headingLine"]!, Is.Zero);
        Assert.That(read["missing"]!.AsArray().Select(m => (string)m!), Is.EqualTo(new[] { "FullName", "Position" }));
        object[] columns = [new { at = 0, field = "FullName" }, new { at = 1, field = "Position" }, new { at = 2, field = "StartedOn" }];
        read = await Read(curator, id, new { headingLine = 1, columns });
        Assert.That((string?)read["rows"]![0]!["startedOn"], Is.EqualTo("2020-09-01"));
        await curator.Post($"{Imports}/{id}/match", Matching(read, whole: true)).Ok();

        read = await Read(curator, await SentList(curator, school, Csv("Кем,Кто,Когда", "Учитель,Словина Анна Ивановна,1.9.2020")));
        Assert.That(read["columns"]!.AsArray().Select(c => (string?)c!["field"]), Is.EqualTo(new[] { "Position", "FullName", "StartedOn" }));
        Assert.That((bool)read["isWhole"]!, Is.True);
    }

    [Test]
    public async Task A_whole_list_ends_who_is_not_in_it_and_a_partial_one_nobody()
    {
        var (school, curator) = await School();
        await AppliedList(curator, school, Csv("ФИО;Должность;Дата приёма", "Полная Анна Ивановна;Учитель;01.09.2020",
            "Полная Вера Ивановна;Учитель;01.09.2020"));
        var partial = await CheckedList(curator, school, Csv("ФИО;Должность", "Полная Анна Ивановна;Учитель"));
        Assert.That(Counts(partial), Is.EqualTo((0, 0, 0, 1)));
        var whole = await AppliedList(curator, school, Csv("ФИО;Должность;Телефон", "Полная Анна Ивановна;Учитель;1"), whole: true);
        Assert.That(Counts(whole), Is.EqualTo((0, 1, 1, 0)));
        Assert.That(await Working(school), Is.EqualTo(1));
    }

    [Test]
    public async Task A_gap_in_a_list_and_a_column_that_was_not_matched_leave_contacts_as_they_are()
    {
        var (school, curator) = await School();
        await AppliedList(curator, school, Csv("ФИО;Должность;Телефон;Почта", "Пробелова Анна Ивановна;Учитель;1;gap-a@school.example",
            "Пробелова Вера Ивановна;Учитель;2;gap-b@school.example"));
        var list = Csv("ФИО;Должность;Телефон", "Пробелова Анна Ивановна;Учитель;", "Пробелова Вера Ивановна;Учитель;3");
        Assert.That(Counts(await AppliedList(curator, school, list)), Is.EqualTo((0, 1, 0, 1)));
        Assert.That(await Sql.QueryAsync<string>("select concat_ws(' ', phone, email) from person where @school = any(organization_ids) order by given_name",
            new { school }), Is.EqualTo(new[] { "1 gap-a@school.example", "3 gap-b@school.example" }));
    }

    [Test]
    public async Task A_roster_before_and_after_a_list_is_about_the_same_people()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3, mark: "лист").Zip());
        var rows = (await Sql.QueryAsync<(string Name, string Birth)>("""
            select concat_ws(' ', family_name, given_name, patronymic), to_char(birth_date, 'DD.MM.YYYY') from person where @school = any(organization_ids)
            """, new { school })).ToList();
        var list = Csv(["ФИО;Должность;Дата рождения", .. rows.Select(row => $"{row.Name};Учитель;{row.Birth}"), "Новая Ада Ивановна;Учитель;01.02.1990"]);
        Assert.That(Counts(await AppliedList(curator, school, list)), Is.EqualTo((1, 0, 0, 3)));
        Assert.That(Counts(await Applied(curator, school, Roster.Of(3, "delta", "лист").Zip())), Is.EqualTo((0, 0, 0, 3)));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from person where @school = any(organization_ids)", new { school }), Is.EqualTo(4));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_number_that_another_name_has_now_is_asked_about_and_the_answer_holds(bool same)
    {
        var (school, curator) = await School();
        const string Heads = "Табельный номер;ФИО;Должность;Дата приёма";
        await AppliedList(curator, school, Csv(Heads, "77;Первонумер Анна Петровна;Учитель;01.09.2020"));
        await Sql.ExecuteAsync("update employment set ended_on = '2026-09-21' where organization_id = @school", new { school });
        var next = "77;Второнумер Анна Львовна;Педагог-психолог;01.10.2026";

        var asked = (await Read(curator, await SentList(curator, school, Csv(Heads, next))))["questions"]!.AsArray();
        Assert.That(asked.Select(q => ((string?)q!["kind"], (string?)q["otherName"])), Is.EqualTo(new[] { ("Renamed", "Первонумер Анна Петровна") }));
        await AppliedList(curator, school, Csv(Heads, next, ""), same: same);

        Assert.That(await Sql.QueryAsync<string>("select family_name from person where @school = any(organization_ids) order by id", new { school }),
            Is.EqualTo(same ? new[] { "Второнумер" } : ["Первонумер", "Второнумер"]));
        var again = await SentList(curator, school, Csv(Heads, next, "", ""));
        Assert.That((await Read(curator, again))["questions"]!.AsArray(), Is.Empty, "what was answered is known from then on");
    }

    [Test]
    public async Task One_name_twice_is_asked_and_two_posts_of_one_person_are_two_employments()
    {
        var (school, curator) = await School();
        var list = Csv("ФИО;Должность", "Двойнина Анна Ивановна;Учитель", "Двойнина Анна Ивановна;Педагог-психолог");
        var id = await SentList(curator, school, list);
        var read = await Read(curator, id);
        Assert.That((string?)read["questions"]![0]!["kind"], Is.EqualTo("OneName"));
        var open = Matching(read);
        await curator.Post($"{Imports}/{id}/match", new
        {
            version = 1,
            reading = new
            {
                sheet = "", headingLine = 1, isWhole = false, columns = new[] { new { at = 0, field = "FullName" }, new { at = 1,
                field = "Position" } }, answers = Array.Empty<object>()
            },
            positions = Array.Empty<object>(),
        }).IsProblem(409, "import.unanswered");
        await curator.Post($"{Imports}/{id}/match", open).Ok();
        await Check(id);
        var import = await Get(curator, id);
        Assert.That((int)import["problems"]!, Is.Zero, (await Problems(curator, import)).ToJsonString());
        await curator.Post($"{Imports}/{id}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply(id);
        Assert.That(await Sql.QueryAsync<(string,
            bool)>("select position_code, is_main from employment where organization_id = @school order by is_main desc", new { school }),
            Is.EqualTo(new[] { ("teacher", true), ("psychologist", false) }));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from person where @school = any(organization_ids)", new { school }), Is.EqualTo(1));
    }

    [Test]
    public async Task Problems_are_told_by_the_sheets_own_rows_and_headings_and_an_end_is_not_taken_back()
    {
        var (school, curator) = await School();
        await AppliedList(curator, school, Csv("ФИО;Должность;Принят;Уволен", "Ушедшая Анна Ивановна;Учитель;01.09.2010;31.08.2020"));
        var import = await CheckedList(curator, school, Sheets.Of(["Список"], ["ФИО", "Должность", "Принят", "Почта"],
            ["Ушедшая Анна Ивановна", "Учитель", Hired.AddYears(-5), null], ["Иванова А.И.", "Учитель", null, null], ["Почтина Анна Ивановна", "Учитель",
                "осенью", "почта"]));
        Assert.That(Codes(await Problems(curator, import)), Is.EqualTo(new[]
        {
            "Лист1:3 Принят import.ended-here", "Лист1:4 ФИО import.name-initials", "Лист1:5 Почта import.email", "Лист1:5 Принят import.day",
        }));
        Assert.That(await Working(school), Is.Zero);
    }

    [Test]
    public async Task A_main_work_elsewhere_stays_where_a_list_does_not_say_otherwise()
    {
        var (first, its) = await School();
        await AppliedList(its, first, Csv("ФИО;Должность;Дата рождения;Почта", "Общая Анна Листовна;Учитель;03.04.1980;shared-list@school.example"));
        var (second, curator) = await School();
        await AppliedList(curator, second, Csv("ФИО;Должность;Дата рождения;Почта", "Общая Анна Листовна;Учитель;03.04.1980;shared-list@school.example"));
        Assert.That(await Sql.QueryAsync<(Guid, bool)>("""
            select e.organization_id, e.is_main from employment e where e.organization_id = any(@places) and e.ended_on is null order by e.is_main desc
            """, new { places = new[] { first, second } }), Is.EqualTo(new[] { (first, true), (second, false) }));
    }

    [Test]
    public async Task Columns_that_are_needed_the_version_and_the_place_are_asked()
    {
        var (school, curator) = await School();
        var id = await SentList(curator, school, Csv("ФИО;Должность", "Местная Анна Ивановна;Учитель"));
        object With(int version, params object[] columns) => new
        {
            version, reading = new { sheet = "", headingLine = 1, isWhole = false, columns, answers = Array.Empty<object>() },
            positions = Array.Empty<object>(),
        };
        object name = new { at = 0, field = "FullName" }, position = new { at = 1, field = "Position" };
        await curator.Post($"{Imports}/{id}/match", With(1, name)).IsProblem(409, "import.columns-needed");
        await curator.Post($"{Imports}/{id}/match", With(1, name, name)).IsProblem(400, "validation");
        await curator.Post($"{Imports}/{id}/match", With(9, name, position)).IsProblem(412, "version.stale");
        await (await As(Role.Curator, await World.School())).Post($"{Imports}/{id}/match", With(1, name, position)).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, school)).Post($"{Imports}/{id}/match", With(1, name, position)).IsProblem(403, "permission.missing");
        await curator.Post($"{Imports}/{id}/match", With(1, name, position)).Ok();
        await curator.Post($"{Imports}/{id}/match", With(2, name, position)).IsProblem(409, "import.wrong-status");
    }
}
