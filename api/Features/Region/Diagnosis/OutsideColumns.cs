using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>What a column of a file of results tells.</summary>
enum OutsideColumn { FullName, FamilyName, GivenName, Patronymic, BirthDate, Number, Snils, School, Day, Area, Score }

/// <summary>Which column is which, by the headings; the words of a person's columns are those of a staff list.</summary>
static class OutsideColumns
{
    /// <summary>Rows above which headings are looked for.</summary>
    const int MostAbove = 40;

    public static readonly IReadOnlyList<Platform.Export.Column> Template =
    [
        new("Family name", "Фамилия"), new("Given name", "Имя"), new("Patronymic", "Отчество"), new("Date of birth", "Дата рождения"),
        new("Personnel number", "Табельный номер"), new("SNILS", "СНИЛС"), new("School OGRN", "ОГРН школы"), new("Date of diagnosis", "Дата диагностики"),
        new("Area", "Область"), new("Score", "Балл"),
    ];

    static readonly Dictionary<string, OutsideColumn> Words = new(new[]
    {
        (OutsideColumn.Snils, "снилс|страховой номер|snils|insurance number"),
        (OutsideColumn.School, "огрн|огрн школы|огрн организации|инн|инн школы|инн организации|ogrn|inn|school ogrn|school inn"),
        (OutsideColumn.Day, "дата|дата диагностики|дата прохождения|дата тестирования|пройдена|date|date of diagnosis|day"),
        (OutsideColumn.Area, "область|область компетенций|компетенция|блок|раздел|шкала|area|competence|competence area|section"),
        (OutsideColumn.Score, "балл|баллы|результат|оценка|уровень|значение|score|points|result|level|value"),
    }.SelectMany(pair => pair.Item2.Split('|').Select(word => KeyValuePair.Create(word, pair.Item1))));

    static readonly Dictionary<string, StaffField?> NoHabits = [];

    static OutsideColumn? Of(string heading) =>
        Words.TryGetValue(SearchText.Normalize(heading), out var column) ? column : StaffFields.Of(heading, NoHabits) switch
        {
            StaffField.FullName => OutsideColumn.FullName,
            StaffField.FamilyName => OutsideColumn.FamilyName,
            StaffField.GivenName => OutsideColumn.GivenName,
            StaffField.Patronymic => OutsideColumn.Patronymic,
            StaffField.BirthDate => OutsideColumn.BirthDate,
            StaffField.Number => OutsideColumn.Number,
            _ => null,
        };

    /// <summary>The row of headings and where each column is; the row is null where none has an area, a score, a day and a name.</summary>
    public static (SheetRow? Headings, IReadOnlyDictionary<OutsideColumn, int> At) Find(SheetTable table)
    {
        foreach (var row in table.Rows.Take(MostAbove))
        {
            var at = new Dictionary<OutsideColumn, int>();
            for (var column = 0; column < row.Cells.Length; column++)
                if (Of(row.Cells[column]) is { } known) at.TryAdd(known, column);
            if (at.ContainsKey(OutsideColumn.Area) && at.ContainsKey(OutsideColumn.Score) && at.ContainsKey(OutsideColumn.Day)
                && (at.ContainsKey(OutsideColumn.FullName) || (at.ContainsKey(OutsideColumn.FamilyName) && at.ContainsKey(OutsideColumn.GivenName))))
                return (row, at);
        }

        return (null, new Dictionary<OutsideColumn, int>());
    }
}
