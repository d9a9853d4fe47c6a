using System.Globalization;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>What a column of a file of results tells.</summary>
enum PupilColumn
{
    FullName, FamilyName, GivenName, Patronymic, Number, Snils, Kind, Subject, SchoolYear, Grade, Term, Stage, Pupils, Successful, Prizes, CountedOn,
}

/// <summary>Which column is which, by the headings, and how a table of results is written; a person's columns are those of a staff list.</summary>
static class PupilColumns
{
    /// <summary>Rows above which headings are looked for.</summary>
    const int MostAbove = 40;

    static readonly PupilColumn[] Needed =
        [PupilColumn.Kind, PupilColumn.Subject, PupilColumn.SchoolYear, PupilColumn.Grade, PupilColumn.Pupils, PupilColumn.Successful, PupilColumn.CountedOn];

    public static readonly IReadOnlyList<Export.Column> Table =
    [
        new("Full name", "ФИО"), new("Personnel number", "Табельный номер"), new("Kind", "Вид"), new("Subject", "Предмет"),
        new("School year", "Учебный год"), new("Grade", "Класс"), new("Term", "Период"), new("Stage", "Этап"), new("Pupils", "Обучающихся"),
        new("Successful", "Успешно"), new("Prizes", "Призовых мест"), new("Date", "Дата"),
    ];

    public static object?[] Row(
        string name, string? number, PupilResultKind kind, string subject, int year, int grade, AttainmentTerm? term, string? stage, PupilFigure figure) =>
    [
        name, number, PupilWords.Word(kind, Export.IsRussian), subject, $"{year}/{year + 1}", grade,
        term is { } one ? PupilWords.Word(one, Export.IsRussian) : null, stage, figure.Pupils, figure.Successful, figure.Prizes, figure.CountedOn,
    ];

    static readonly Dictionary<string, PupilColumn> Words = new(new[]
    {
        (PupilColumn.Snils, "снилс|страховой номер|snils|insurance number"),
        (PupilColumn.Kind, "вид|вид результата|показатель|процедура|kind|type"),
        (PupilColumn.Subject, "предмет|учебный предмет|subject"),
        (PupilColumn.SchoolYear, "учебный год|год|school year|year"),
        (PupilColumn.Grade, "класс|параллель|grade|class"),
        (PupilColumn.Term, "период|четверть|учебный период|term|quarter"),
        (PupilColumn.Stage, "этап|этап олимпиады|stage"),
        (PupilColumn.Pupils, "обучающихся|всего|всего обучающихся|количество обучающихся|участников|сдавали|pupils|sat|taught"),
        (PupilColumn.Successful, "успешно|успевают|сдали|справились|участий|successful|passed|participations"),
        (PupilColumn.Prizes, "призовых мест|призовые места|победителей и призеров|prizes|prize places"),
        (PupilColumn.CountedOn, "дата|дата результата|date|counted on"),
    }.SelectMany(pair => pair.Item2.Split('|').Select(word => KeyValuePair.Create(word, pair.Item1))));

    static readonly Dictionary<string, StaffField?> NoHabits = [];

    static PupilColumn? Of(string heading) =>
        Words.TryGetValue(SearchText.Normalize(heading), out var column) ? column : StaffFields.Of(heading, NoHabits) switch
        {
            StaffField.FullName => PupilColumn.FullName,
            StaffField.FamilyName => PupilColumn.FamilyName,
            StaffField.GivenName => PupilColumn.GivenName,
            StaffField.Patronymic => PupilColumn.Patronymic,
            StaffField.Number => PupilColumn.Number,
            _ => null,
        };

    /// <summary>The row of headings and where each column is; the row is null where none has all that is needed and a teacher.</summary>
    public static (SheetRow? Headings, IReadOnlyDictionary<PupilColumn, int> At) Find(SheetTable table)
    {
        foreach (var row in table.Rows.Take(MostAbove))
        {
            var at = new Dictionary<PupilColumn, int>();
            for (var column = 0; column < row.Cells.Length; column++)
                if (Of(row.Cells[column]) is { } known) at.TryAdd(known, column);
            var tells = at.ContainsKey(PupilColumn.Snils) || at.ContainsKey(PupilColumn.Number) || at.ContainsKey(PupilColumn.FullName)
                || (at.ContainsKey(PupilColumn.FamilyName) && at.ContainsKey(PupilColumn.GivenName));
            if (tells && Needed.All(at.ContainsKey)) return (row, at);
        }

        return (null, new Dictionary<PupilColumn, int>());
    }
}

/// <summary>How files write kinds, terms, years and numbers.</summary>
static class PupilWords
{
    static readonly (PupilResultKind Kind, string Ru, string En, string Also)[] Kinds =
    [
        (PupilResultKind.Vpr, "ВПР", "VPR", ""), (PupilResultKind.Oge, "ОГЭ", "OGE", "гвэ 9"), (PupilResultKind.Ege, "ЕГЭ", "EGE", "гвэ 11"),
        (PupilResultKind.Attainment, "Успеваемость", "Attainment", ""), (PupilResultKind.Olympiad, "Олимпиада", "Olympiad", "олимпиады|вош|всош"),
    ];

    static readonly (AttainmentTerm Term, string Ru, string En, string Also)[] Terms =
    [
        (AttainmentTerm.Quarter1, "1 четверть", "Quarter 1", "i четверть|1 я четверть|первая четверть"),
        (AttainmentTerm.Quarter2, "2 четверть", "Quarter 2", "ii четверть|2 я четверть|вторая четверть"),
        (AttainmentTerm.Quarter3, "3 четверть", "Quarter 3", "iii четверть|3 я четверть|третья четверть"),
        (AttainmentTerm.Quarter4, "4 четверть", "Quarter 4", "iv четверть|4 я четверть|четвертая четверть"),
        (AttainmentTerm.HalfYear1, "1 полугодие", "Half-year 1", "i полугодие|1 е полугодие|первое полугодие"),
        (AttainmentTerm.HalfYear2, "2 полугодие", "Half-year 2", "ii полугодие|2 е полугодие|второе полугодие"),
        (AttainmentTerm.Year, "Год", "Year", "годовая|за год|учебный год"),
    ];

    static readonly Dictionary<string, PupilResultKind> KindOf = Known(Kinds);

    static readonly Dictionary<string, AttainmentTerm> TermOf = Known(Terms);

    static Dictionary<string, T> Known<T>((T Value, string Ru, string En, string Also)[] all) where T : struct, Enum =>
        all.SelectMany(one => new[] { one.Ru, one.En, $"{one.Value}" }.Concat(one.Also.Split('|', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => (Word: SearchText.Normalize(word), one.Value))).DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.Value);

    public static string Word(PupilResultKind kind, bool russian) => Kinds.Where(one => one.Kind == kind).Select(one => russian ? one.Ru : one.En).First();

    public static string Word(AttainmentTerm term, bool russian) => Terms.Where(one => one.Term == term).Select(one => russian ? one.Ru : one.En).First();

    public static PupilResultKind? Kind(string cell) => KindOf.TryGetValue(SearchText.Normalize(cell), out var kind) ? kind : null;

    public static AttainmentTerm? Term(string cell) => TermOf.TryGetValue(SearchText.Normalize(cell), out var term) ? term : null;

    /// <summary>«2025/2026», «2025-26», «2025»: the year in which it begins.</summary>
    public static int? Year(string cell)
    {
        var parts = SearchText.Normalize(cell).Split(' ').Where(part => part.All(char.IsAsciiDigit)).ToArray();
        if (parts is not [{ Length: 4 } first, ..] || parts.Length > 2) return null;
        var year = int.Parse(first, CultureInfo.InvariantCulture);
        if (year is < PupilResultRules.FirstYear or > PupilResultRules.LastYear) return null;
        var next = $"{year + 1}";
        return parts.Length == 1 || parts[1] == next || parts[1] == next[2..] ? year : null;
    }

    /// <summary>«6», «6 класс»; a letter of a class is none, as the classes of a grade are one figure.</summary>
    public static int? Grade(string cell)
    {
        var words = SearchText.Normalize(cell).Split(' ');
        return words.Length == 1 || words is [_, "класс" or "классы" or "grade"] ? Count(words[0]) : null;
    }

    public static int? Count(string cell) =>
        int.TryParse(cell.Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
