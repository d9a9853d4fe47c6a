using System.Text.RegularExpressions;
using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What a column of a school's own staff list may tell.</summary>
public enum StaffField
{
    /// <summary>Family name, given name and patronymic in one cell.</summary>
    FullName,
    FamilyName,
    GivenName,
    Patronymic,
    BirthDate,

    /// <summary>As the dictionary `position` names it, or as the school does.</summary>
    Position,

    /// <summary>The first day of the work.</summary>
    StartedOn,

    /// <summary>The last day of the work.</summary>
    EndedOn,

    /// <summary>The main place of work, or one beside it.</summary>
    IsMain,
    Email,
    Phone,

    /// <summary>The number of the employee at the school.</summary>
    Number,

    /// <summary>Category given by attestation.</summary>
    Qualification,
}

/// <summary>Which columns a list has, by its headings: the words of the school's last lists first, then what such columns are usually called.</summary>
static partial class StaffFields
{
    /// <summary>Rows above which headings are looked for: a title, a date, the name of the school.</summary>
    const int MostAbove = 40;

    static readonly Dictionary<StaffField, string[]> Words = new()
    {
        [StaffField.FullName] =
        [
            "фио", "ф и о", "фамилия имя отчество", "фамилия имя и отчество", "фио полностью", "фамилия имя отчество полностью", "сотрудник", "работник",
            "педагог", "full name", "name", "employee", "employee name", "teacher", "фамилия и о",
        ],
        [StaffField.FamilyName] = ["фамилия", "last name", "lastname", "surname", "family name", "familyname"],
        [StaffField.GivenName] = ["имя", "first name", "firstname", "given name", "givenname", "forename"],
        [StaffField.Patronymic] = ["отчество", "отчество при наличии", "middle name", "middlename", "patronymic"],
        [StaffField.BirthDate] = ["дата рождения", "дата рожд", "д р", "др", "день рождения", "дата и год рождения", "date of birth", "birth date",
            "birthdate", "birthday", "dob"],
        [StaffField.Position] = ["должность", "занимаемая должность", "штатная должность", "position", "job title", "jobtitle", "title", "post", "role"],
        [StaffField.StartedOn] =
        [
            "дата приема", "дата приема на работу", "принят", "принята", "дата начала работы", "дата поступления", "работает с", "прием",
            "hire date", "hired", "hired on", "start date", "started", "started on", "employed since",
        ],
        [StaffField.EndedOn] = ["дата увольнения", "уволен", "дата окончания работы", "последний день работы", "end date", "last day", "left",
            "termination date"],
        [StaffField.IsMain] =
        [
            "вид занятости", "тип занятости", "характер работы", "основное место работы", "место работы", "основной совместитель", "вид работы",
            "employment type", "main", "main place of work",
        ],
        [StaffField.Email] = ["эл почта", "электронная почта", "почта", "адрес электронной почты", "e mail", "email", "емейл", "имейл", "mail"],
        [StaffField.Phone] = ["телефон", "тел", "моб телефон", "мобильный телефон", "мобильный", "сотовый", "сотовый телефон", "номер телефона",
            "контактный телефон", "phone", "mobile", "telephone"],
        [StaffField.Number] = ["табельный номер", "таб номер", "табельный", "таб", "таб no", "таб n", "personnel number", "employee id", "employee number",
            "staff id"],
        [StaffField.Qualification] = ["категория", "квалификационная категория", "кв категория", "category", "qualification"],
    };

    static readonly Dictionary<string, StaffField> Known =
        Words.SelectMany(pair => pair.Value.Select(word => (word, pair.Key))).ToDictionary(pair => pair.word, pair => pair.Key);

    /// <param name="habits">What the school said of its headings before; null there for "leave it out".</param>
    public static StaffField? Of(string heading, IReadOnlyDictionary<string, StaffField?> habits)
    {
        var words = SearchText.Normalize(heading);
        if (habits.TryGetValue(words, out var habit)) return habit;
        if (Known.TryGetValue(words, out var field)) return field;
        return words switch
        {
            _ when OfName().IsMatch(words) => StaffField.FullName,
            _ when words.StartsWith("дата рожд", StringComparison.Ordinal) => StaffField.BirthDate,
            _ when words.StartsWith("должность", StringComparison.Ordinal) => StaffField.Position,
            _ when OfStart().IsMatch(words) => StaffField.StartedOn,
            _ when words.StartsWith("дата увольн", StringComparison.Ordinal) => StaffField.EndedOn,
            _ when words.StartsWith("табельн", StringComparison.Ordinal) => StaffField.Number,
            _ when OfMail().IsMatch(words) => StaffField.Email,
            _ when OfPhone().IsMatch(words) => StaffField.Phone,
            _ => null,
        };
    }

    /// <summary>
    /// The row that tells the most different columns, a name among them; of two that touch the lower, as a heading may stand over
    /// several rows, of two apart the first, as headings are repeated on every page.
    /// </summary>
    /// <returns>Its index; -1 where no row looks like headings.</returns>
    public static int HeadingsOf(SheetTable table, IReadOnlyDictionary<string, StaffField?> habits)
    {
        var (best, most) = (-1, 1);
        for (var index = 0; index < Math.Min(table.Rows.Count, MostAbove); index++)
        {
            var told = table.Rows[index].Cells.Select(cell => Of(cell, habits)).OfType<StaffField>().ToHashSet();
            var isBetter = told.Count > most || told.Count == most && best >= 0 && best == index - 1;
            if (isBetter && (told.Contains(StaffField.FullName) || told.Contains(StaffField.FamilyName))) (best, most) = (index, told.Count);
        }

        return best;
    }

    /// <summary>Each field from one column. Names in parts are told better than in one.</summary>
    public static Dictionary<int, StaffField> Propose(SheetRow headings, IReadOnlyDictionary<string, StaffField?> habits)
    {
        var found = new Dictionary<int, StaffField>();
        for (var column = 0; column < headings.Cells.Length; column++)
            if (Of(headings.Cells[column], habits) is { } field && !found.ContainsValue(field)) found[column] = field;
        if (found.ContainsValue(StaffField.FamilyName) && found.ContainsValue(StaffField.GivenName))
            foreach (var whole in found.Where(pair => pair.Value == StaffField.FullName).ToList()) found.Remove(whole.Key);
        return found;
    }

    [GeneratedRegex(@"^(фио|ф и о|фамилия имя)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfName();

    [GeneratedRegex(@"^дата\b.*\b(прием|принят|трудоустр|поступл)|^принят", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfStart();

    [GeneratedRegex(@"\b(e mail|email|почта|почты)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfMail();

    [GeneratedRegex(@"\b(телефон\w*|phone)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfPhone();
}
