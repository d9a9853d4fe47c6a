using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>How a school has its list read.</summary>
/// <param name="Sheet">Name of the sheet; empty of a CSV.</param>
/// <param name="HeadingLine">The line of the headings; 0 where there are none.</param>
/// <param name="Columns">Which column, from 0, tells what.</param>
/// <param name="IsWhole">Whoever is not in the list works here no longer.</param>
/// <param name="Answers">To the questions about people, by their key.</param>
/// <param name="Rest">To all questions that are not answered singly; null leaves them open.</param>
public sealed record StaffReading(
    string Sheet, int HeadingLine, IReadOnlyList<StaffReading.Column> Columns, bool IsWhole, IReadOnlyList<StaffReading.Answer> Answers, bool? Rest = null)
{
    /// <param name="At">From 0.</param>
    public sealed record Column(int At, StaffField Field);

    /// <param name="Key">As the question has it.</param>
    /// <param name="IsSame">The same person; another one otherwise.</param>
    public sealed record Answer(string Key, bool IsSame);
}

/// <param name="Position">As written.</param>
/// <param name="LastDay">Of the work.</param>
/// <param name="IsMain">Null where the list does not say it.</param>
sealed record StaffRow(int Line, string? Family, string? Given, string? Patronymic, DateOnly? BirthDate, string? Position, DateOnly? StartedOn,
    DateOnly? LastDay, bool? IsMain, string? Email, string? Phone, string? Number, string? Qualification)
{
    public List<(StaffField Field, string Code, string? Value)> Faults { get; } = [];

    /// <summary>As names are compared: case and ё do not matter.</summary>
    public string Key { get; } = Family is null || Given is null ? "" : KeyOf(Family, Given);

    public string PatronymicKey { get; } = (Patronymic ?? "").ToLowerInvariant().Replace('ё', 'е');

    public static string KeyOf(string family, string given) => $"{family} {given}".ToLowerInvariant().Replace('ё', 'е');
}

/// <summary>Reads the rows of a table about people, and tells those that are about nobody: titles, sums, sections, numbers of columns.</summary>
sealed class StaffRows
{
    const int LongestName = 100;

    readonly Dictionary<StaffField, int> _at;
    readonly DateOnly _today;

    StaffRows(StaffReading reading, DateOnly today)
    {
        _at = reading.Columns.DistinctBy(column => column.Field).ToDictionary(column => column.Field, column => column.At);
        _today = today;
    }

    public List<StaffRow> People { get; } = [];

    /// <summary>Lines under the headings that are about nobody.</summary>
    public List<int> Skipped { get; } = [];

    public static StaffRows Read(SheetTable table, StaffReading reading, DateOnly today)
    {
        var rows = new StaffRows(reading, today);
        var headings = table.Rows.FirstOrDefault(row => row.Line == reading.HeadingLine);
        foreach (var row in table.Rows.Where(row => row.Line > reading.HeadingLine))
        {
            if (rows.IsAboutNobody(row, headings)) rows.Skipped.Add(row.Line);
            else rows.People.Add(rows.Person(row));
        }

        return rows;
    }

    bool Has(StaffField field) => _at.ContainsKey(field);

    string Cell(SheetRow row, StaffField field) => _at.TryGetValue(field, out var column) ? StaffValues.Blank(row.At(column)) : "";

    bool IsAboutNobody(SheetRow row, SheetRow? headings)
    {
        var name = Has(StaffField.FamilyName) ? Cell(row, StaffField.FamilyName) : Cell(row, StaffField.FullName);
        var said = row.Cells.Where(cell => cell.Length > 0).ToList();
        if (said.Exists(StaffValues.IsSum) || name.Length == 0 && Cell(row, StaffField.Position).Length == 0) return true;
        if (headings is not null && _at.Values.All(column => SearchText.Normalize(row.At(column)) == SearchText.Normalize(headings.At(column)))) return true;
        if (said.TrueForAll(cell => cell.Length <= 3 && cell.All(char.IsAsciiDigit))) return true;
        return said.Distinct().Count() == 1 && !StaffValues.LooksLikeName(said[0]);
    }

    StaffRow Person(SheetRow row)
    {
        var faults = new List<(StaffField, string, string?)>();
        var name = NameOf(row, faults);
        var position = Cell(row, StaffField.Position);
        if (position.Length == 0) faults.Add((StaffField.Position, "import.required", null));
        else if (position.Length > 200) faults.Add((StaffField.Position, "import.too-long", position[..200]));
        var birth = Day(row, StaffField.BirthDate, faults);
        if (birth is { } born && !StaffDays.IsBirth(born, _today)) faults.Add((StaffField.BirthDate, "import.birth-date", Cell(row, StaffField.BirthDate)));
        var (from, to) = (Day(row, StaffField.StartedOn, faults), Day(row, StaffField.EndedOn, faults));
        if (from > to) faults.Add((StaffField.EndedOn, "import.dates", Cell(row, StaffField.EndedOn)));
        if (from is { } began && StaffDays.IsAhead(began, _today)) faults.Add((StaffField.StartedOn, "import.start-ahead", Cell(row, StaffField.StartedOn)));
        if (from is { } hired && birth <= _today && !StaffDays.IsHire(birth, hired))
            faults.Add((StaffField.StartedOn, "import.hired-young", Cell(row, StaffField.StartedOn)));
        var written = _at.TryGetValue(StaffField.IsMain, out var column) ? row.At(column) : "";
        var main = written.Length == 0 ? null : StaffValues.IsMain(written);
        if (written.Length > 0 && main is null) faults.Add((StaffField.IsMain, "import.main-word", written));
        var mail = StaffValues.FirstMail(Cell(row, StaffField.Email));
        if (mail.Length > 0 && (!StaffValues.IsMail(mail) || mail.Length > 254)) faults.Add((StaffField.Email, "import.email", mail));
        var phone = Cell(row, StaffField.Phone);
        if (phone.Length > 40) faults.Add((StaffField.Phone, "import.too-long", phone));
        var number = Cell(row, StaffField.Number);
        if (number.Length > 60) faults.Add((StaffField.Number, "import.too-long", number));
        var category = Cell(row, StaffField.Qualification);
        var qualification = category.Length == 0 ? null : QualificationOf(category);
        if (qualification == "") faults.Add((StaffField.Qualification, "import.qualification", category));

        var person = new StaffRow(row.Line, name.Family, name.Given, name.Patronymic, birth, Null(position), from, to, main, Null(mail), Null(phone),
            Null(number),
            Null(qualification ?? ""));
        person.Faults.AddRange(faults);
        return person;
    }

    StaffValues.Name NameOf(SheetRow row, List<(StaffField, string, string?)> faults)
    {
        if (!Has(StaffField.FamilyName))
        {
            var whole = Cell(row, StaffField.FullName);
            var name = StaffValues.Of(whole);
            if (name.Fault is { } fault) faults.Add((StaffField.FullName, fault, Null(whole)));
            else if (name.Family!.Length > LongestName || name.Given!.Length > LongestName || name.Patronymic?.Length > LongestName)
                faults.Add((StaffField.FullName, "import.too-long", whole));
            return name;
        }

        var (family, given, patronymic) = (Cell(row, StaffField.FamilyName), Cell(row, StaffField.GivenName), Cell(row, StaffField.Patronymic));
        foreach (var (field, value, required) in new[] { (StaffField.FamilyName, family, true), (StaffField.GivenName, given, true),
            (StaffField.Patronymic, patronymic, false) })
        {
            if (required && value.Length == 0) faults.Add((field, "import.required", null));
            else if (value.Length > LongestName) faults.Add((field, "import.too-long", value));
            else if (value.Length > 0 && (value.EndsWith('.') || value.Length == 1 && field != StaffField.FamilyName)) faults.Add((field,
                "import.name-initials", value));
        }

        return new(Null(StaffValues.Cased(family)), Null(StaffValues.Cased(given)), Null(StaffValues.Cased(patronymic)), null);
    }

    DateOnly? Day(SheetRow row, StaffField field, List<(StaffField, string, string?)> faults)
    {
        var text = Cell(row, field);
        if (text.Length == 0) return null;
        if (SheetDay.Of(text, _today) is { } day) return day;
        faults.Add((field, "import.day", text));
        return null;
    }

    /// <returns>Null for none, empty for what is none.</returns>
    static string? QualificationOf(string text)
    {
        var words = SearchText.Normalize(text);
        if (words is "соответствие" or "соответствие занимаемой должности" or "сзд" or "без категории" or "б к") return null;
        return RosterFormat.QualificationOf(text) ?? words switch
        {
            _ when words.StartsWith("высш", StringComparison.Ordinal) => "Highest",
            _ when words.StartsWith("перв", StringComparison.Ordinal) || words is "1" or "i" or "1 категория" => "First",
            _ => "",
        };
    }

    static string? Null(string text) => text.Length == 0 ? null : text;
}
