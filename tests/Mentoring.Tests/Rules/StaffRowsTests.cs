using Mentoring.Api.Features.Common.Imports;

namespace Mentoring.Tests.Rules;

/// <summary>Headings are found, columns proposed, and rows about nobody told from those about people.</summary>
public sealed class StaffRowsTests
{
    static readonly DateOnly Today = new(2026, 11, 29);
    static readonly Dictionary<string, StaffField?> NoHabits = [];

    static SheetTable Table(params string[] lines) =>
        new("", [.. lines.Select((line, i) => new SheetRow(i + 1, [.. line.Split('|')])).Where(row => !row.IsBlank)]);

    static StaffReading Reading(SheetTable table, Dictionary<string, StaffField?>? habits = null)
    {
        var headings = table.Rows[StaffFields.HeadingsOf(table, habits ?? NoHabits)];
        return new("", headings.Line, [.. StaffFields.Propose(headings, habits ?? NoHabits).Select(pair => new StaffReading.Column(pair.Key, pair.Value))],
            false, []);
    }

    [Test]
    public void A_list_with_titles_sections_sums_and_repeated_headings_gives_its_people()
    {
        var table = Table("МБОУ СОШ № 1", "Список работников на 01.09.2026||", "", "№ п/п|Ф.И.О.|Должность|Дата рождения", "1|2|3|4", "|Администрация||",
            "1|ИВАНОВА Анна Петровна|Директор|31.12.1965", "№ п/п|Ф.И.О.|Должность|Дата рождения", "Учителя начальных классов|||",
                "2|Мамедов Али Гасан оглы|Учитель|1.2.1990",
            "|Итого: 2|2|", "Всего|||");
        var rows = StaffRows.Read(table, Reading(table), Today);
        Assert.That(rows.People.Select(row => $"{row.Line}:{row.Family},{row.Given},{row.Patronymic},{row.Position},{row.BirthDate:yyyy-MM-dd}"),
            Is.EqualTo(new[]
        {
            "7:Иванова,Анна,Петровна,Директор,1965-12-31", "10:Мамедов,Али,Гасан оглы,Учитель,1990-02-01",
        }));
        Assert.That(rows.Skipped, Is.EqualTo(new[] { 5, 6, 8, 9, 11, 12 }));
        Assert.That(rows.People.SelectMany(row => row.Faults), Is.Empty);
    }

    [Test]
    public void A_heading_over_two_rows_is_read_by_its_lower_row()
    {
        var table = Table("Сотрудник|Сотрудник|Сотрудник|Должность|Дата приёма на работу", "Фамилия|Имя|Отчество|Должность|Дата приёма на работу",
            "Ёлкина|Анна|Петровна|Учитель|2020-09-01");
        var reading = Reading(table);
        Assert.That(reading.HeadingLine, Is.EqualTo(2));
        var row = StaffRows.Read(table, reading, Today).People.Single();
        Assert.That((row.Family, row.Patronymic, row.StartedOn), Is.EqualTo(("Ёлкина", "Петровна", (DateOnly?)new DateOnly(2020, 9, 1))));
    }

    [TestCase("Фамилия, имя, отчество", StaffField.FullName)]
    [TestCase("Ф. И. О. педагога", StaffField.FullName)]
    [TestCase("Дата рожд.", StaffField.BirthDate)]
    [TestCase("Должность по штатному расписанию", StaffField.Position)]
    [TestCase("Дата приема на работу в ОО", StaffField.StartedOn)]
    [TestCase("Таб. №", StaffField.Number)]
    [TestCase("E-mail", StaffField.Email)]
    [TestCase("Эл. почта", StaffField.Email)]
    [TestCase("Моб. телефон", StaffField.Phone)]
    [TestCase("Date of birth", StaffField.BirthDate)]
    [TestCase("СНИЛС", null)]
    [TestCase("Предмет", null)]
    [TestCase("Стаж", null)]
    public void A_heading_is_known_in_its_usual_forms(string heading, StaffField? field) => Assert.That(StaffFields.Of(heading, NoHabits), Is.EqualTo(field));

    [Test]
    public void What_the_school_said_of_its_headings_goes_first()
    {
        var habits = new Dictionary<string, StaffField?> { ["кто"] = StaffField.FullName, ["кем"] = StaffField.Position, ["телефон"] = null };
        var reading = Reading(Table("Кто|Кем|Телефон", "Иванова Анна|Учитель|1"), habits);
        Assert.That(reading.Columns.Select(c => (c.At, c.Field)), Is.EqualTo(new[] { (0, StaffField.FullName), (1, StaffField.Position) }));
    }

    [Test]
    public void A_table_without_headings_has_none() =>
        Assert.That(StaffFields.HeadingsOf(Table("Иванова Анна Петровна|Учитель", "Петрова Мария Ивановна|Директор"), NoHabits), Is.EqualTo(-1));

    [TestCase("Иванова А.П.|Учитель", "import.name-initials")]
    [TestCase("Иванова|Учитель", "import.name-part")]
    [TestCase("Иванова Анна|", "import.required")]
    [TestCase("Иванова Анна|Учитель|вчера", "import.day")]
    [TestCase("Иванова Анна|Учитель|01.01.2020", "import.birth-date")]
    [TestCase("Иванова Анна|Учитель|01.01.2150", "import.birth-date")]
    [TestCase("Иванова Анна|Учитель|01.01.1905", "import.birth-date")]
    [TestCase("Иванова Анна|Учитель||мимо почты", "import.email")]
    [TestCase("Иванова Анна|Учитель|||иногда", "import.main-word")]
    public void What_is_wrong_in_a_row_is_said_with_its_column(string line, string code)
    {
        var table = Table("ФИО|Должность|Дата рождения|Почта|Вид занятости", line);
        Assert.That(StaffRows.Read(table, Reading(table), Today).People.Single().Faults.Select(fault => fault.Code), Is.EqualTo(new[] { code }));
    }

    [TestCase("Иванова Анна|Учитель|01.01.1990|01.09.2000", "import.hired-young")]
    [TestCase("Иванова Анна|Учитель||01.09.2150", "import.start-ahead")]
    public void Days_of_the_work_are_held_to_the_persons_and_to_the_year_ahead(string line, string code)
    {
        var table = Table("ФИО|Должность|Дата рождения|Дата приёма", line);
        Assert.That(StaffRows.Read(table, Reading(table), Today).People.Single().Faults.Select(fault => (fault.Field, fault.Code)),
            Is.EqualTo(new[] { (StaffField.StartedOn, code) }));
    }

    [TestCase("Иванова (Петрова) Анна Сергеевна", "Иванова Анна Сергеевна")]
    [TestCase("ПЕТРОВА-ВОДКИНА МАРИЯ", "Петрова-Водкина Мария")]
    [TestCase("О'КОННОР  ШОН", "О'Коннор Шон")]
    public void A_name_is_taken_as_it_was_meant(string written, string meant)
    {
        var name = StaffValues.Of(written);
        Assert.That(string.Join(' ', new[] { name.Family, name.Given, name.Patronymic }.OfType<string>()), Is.EqualTo(meant));
    }

    [TestCase("основное место", true)]
    [TestCase("Внутр. совместитель", false)]
    [TestCase("совместительство", false)]
    [TestCase("штат", true)]
    [TestCase("нет", false)]
    [TestCase("возможно", null)]
    public void The_main_work_is_told_by_its_words(string cell, bool? main) => Assert.That(StaffValues.IsMain(cell), Is.EqualTo(main));
}
