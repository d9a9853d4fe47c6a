using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What is asked about people whom a list does not tell apart.</summary>
public enum StaffQuestionKind
{
    /// <summary>Several rows of one name: one person with several posts, or several people?</summary>
    OneName,

    /// <summary>Is the row about this person, who has the same name?</summary>
    Known,

    /// <summary>Has this person, with the same birth date, given name and patronymic, or with the same number, another family name now?</summary>
    Renamed,
}

/// <summary>Answers to such questions: singly, and to the rest alike.</summary>
sealed class StaffAnswers(IEnumerable<StaffReading.Answer> singly, bool? rest)
{
    readonly Dictionary<string, bool> _singly = singly.DistinctBy(answer => answer.Key).ToDictionary(answer => answer.Key, answer => answer.IsSame);

    public bool? Of(string key) => _singly.TryGetValue(key, out var same) ? same : rest;
}

/// <summary>
/// Whom the rows of a list are about. A list has no ids, so that a person is known by the number of the employee, by name with birth
/// date or e-mail, and by the full name alone where one person here bears it; what is left open is asked, never guessed.
/// </summary>
static class StaffIdentity
{
    /// <param name="SourceIds">By which files know the person here.</param>
    /// <param name="Works">Today or later.</param>
    public sealed record Known(Guid Id, string[] SourceIds, string Family, string Given, string? Patronymic, DateOnly? BirthDate, string? Email, bool Works)
    {
        public string Key { get; } = StaffRow.KeyOf(Family, Given);

        public string PatronymicKey { get; } = (Patronymic ?? "").ToLowerInvariant().Replace('ё', 'е');

        public string Name => string.Join(' ', new[] { Family, Given, Patronymic }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <param name="SourceId">By which this file and those that follow know the person.</param>
    /// <param name="Rows">The first tells of the person, each of the work.</param>
    /// <param name="IsApart">Somebody said that it is none of those who are known.</param>
    public sealed record Person(string SourceId, IReadOnlyList<StaffRow> Rows, Guid? PersonId, bool IsApart);

    /// <param name="Key">Of the answer: it names lines and no people.</param>
    public sealed record Question(string Key, StaffQuestionKind Kind, IReadOnlyList<StaffRow> Rows, Known? Other);

    public sealed record Result(IReadOnlyList<Person> People, IReadOnlyList<Question> Questions);

    public static Result Of(IReadOnlyList<StaffRow> rows, IReadOnlyList<Known> known, StaffAnswers answers)
    {
        var (people, questions) = (new List<Person>(), new List<Question>());
        var byKey = known.ToLookup(person => person.Key);
        var bySource = known.SelectMany(person => person.SourceIds.Select(id => (id, person))).DistinctBy(pair => pair.id).ToDictionary(pair => pair.id,
            pair => pair.person);
        var groups = Groups(rows.Where(row => row.Key.Length > 0).ToList(), answers, questions);
        var claimed = new Dictionary<Guid, List<StaffRow>>();
        foreach (var (group, separated) in groups)
        {
            var (person, isApart, isOpen) = Find(group, separated, byKey, bySource, known, answers, questions);
            if (isOpen) continue;
            if (person is not null)
            {
                if (claimed.TryGetValue(person.Id, out var first))
                {
                    foreach (var row in group) row.Faults.Add((StaffField.FullName, "import.name-of-two", null));
                    foreach (var row in first.Where(row => row.Faults.TrueForAll(fault => fault.Code != "import.name-of-two")))
                        row.Faults.Add((StaffField.FullName, "import.name-of-two", null));
                    continue;
                }

                claimed[person.Id] = [.. group];
            }

            var isTaken = isApart && group[0].Number is { } number && bySource.ContainsKey(NumberId(number));
            people.Add(new(person?.SourceIds is [var id, ..] ? id : SourceId(group, separated, isTaken), group, person?.Id, isApart));
        }

        return new(people, questions);
    }

    /// <summary>The rows of each person. Several of one name are one person where the birth date or the number says so.</summary>
    static List<(List<StaffRow> Rows, bool Separated)> Groups(List<StaffRow> rows, StaffAnswers answers, List<Question> questions)
    {
        var groups = new List<(List<StaffRow>, bool)>();
        foreach (var named in rows.GroupBy(row => (row.Key, row.PatronymicKey)).Select(group => group.ToList()))
        {
            var dates = named.Select(row => row.BirthDate).Distinct().ToList();
            var numbers = named.Select(row => row.Number).Distinct().ToList();
            if (named.Count == 1 || dates is [not null] || numbers is [not null]) groups.Add((named, false));
            else if (!dates.Contains(null)) groups.AddRange(named.GroupBy(row => row.BirthDate).Select(group => (group.ToList(), true)));
            else
            {
                var key = $"rows:{string.Join(',', named.Select(row => row.Line))}";
                questions.Add(new(key, StaffQuestionKind.OneName, named, null));
                if (answers.Of(key) is not { } same) continue;
                if (same) groups.Add((named, false));
                else groups.AddRange(named.Select(row => (new List<StaffRow> { row }, true)));
            }
        }

        return groups;
    }

    static (Known? Person, bool IsApart, bool IsOpen) Find(List<StaffRow> group, bool separated, ILookup<string, Known> byKey, Dictionary<string,
        Known> bySource,
        IReadOnlyList<Known> all, StaffAnswers answers, List<Question> questions)
    {
        var row = group[0];
        var (birth, mail) = (group.Select(one => one.BirthDate).FirstOrDefault(day => day is not null), group.Select(one =>
            one.Email).FirstOrDefault(text => text is not null));
        var numbered = row.Number is { } number ? bySource.GetValueOrDefault(NumberId(number)) : null;
        if (numbered is not null && HasKept(numbered)) return (numbered, false, false);

        var alike = byKey[row.Key].Where(one => (one.PatronymicKey == row.PatronymicKey || one.PatronymicKey.Length == 0 || row.PatronymicKey.Length == 0)
            && (one.BirthDate is null || birth is null || one.BirthDate == birth)).ToList();
        var sure = alike.Where(one => birth is not null && one.BirthDate == birth || mail is not null && string.Equals(one.Email, mail,
            StringComparison.OrdinalIgnoreCase)).ToList();
        if (sure is [var certain]) return (certain, false, false);
        if (alike is [var only])
        {
            if (!separated && only.Works && only.PatronymicKey == row.PatronymicKey && row.PatronymicKey.Length > 0) return (only, false, false);
            return Ask(StaffQuestionKind.Known, only);
        }

        if (alike.Count > 1)
        {
            foreach (var one in group) one.Faults.Add((StaffField.FullName, "import.name-of-two", null));
            return (null, false, true);
        }

        var renamed = birth is null || row.PatronymicKey.Length == 0 ? [] : all.Where(one => one.Works && one.BirthDate == birth
            && SharesGivenNames(one)).ToList();
        if (renamed is [var former]) return Ask(StaffQuestionKind.Renamed, former);
        return numbered is not null && Agree(numbered.BirthDate, birth) ? Ask(StaffQuestionKind.Renamed, numbered) : (null, false, false);

        // A number is given to the next one when somebody has left: it is believed where the person speaks for it too.
        bool HasKept(Known one) => one.Key == row.Key || birth is not null && one.BirthDate == birth || Agree(one.BirthDate, birth)
            && (SharesGivenNames(one) || mail is not null && string.Equals(one.Email, mail, StringComparison.OrdinalIgnoreCase));

        bool SharesGivenNames(Known one) => row.PatronymicKey.Length > 0 && one.PatronymicKey == row.PatronymicKey
            && string.Equals(one.Given, row.Given, StringComparison.OrdinalIgnoreCase);

        (Known?, bool, bool) Ask(StaffQuestionKind kind, Known other)
        {
            var key = $"known:{row.Line}:{other.Id}";
            questions.Add(new(key, kind, group, other));
            return answers.Of(key) is not { } same ? (null, false, true) : same ? (other, false, false) : (null, true, false);
        }
    }

    static bool Agree(DateOnly? one, DateOnly? other) => one is null || other is null || one == other;

    static string NumberId(string number) => $"number:{number}";

    /// <summary>By the employee's number where there is one; else made of what tells the person apart, and no name can be read from it.</summary>
    /// <param name="isTaken">The number stands for somebody else so far.</param>
    static string SourceId(List<StaffRow> group, bool separated, bool isTaken)
    {
        var row = group[0];
        if (!isTaken && row.Number is { } number) return NumberId(number);
        var told = $"{row.Key}|{row.PatronymicKey}|{row.BirthDate:yyyy-MM-dd}|{(separated && row.BirthDate is null ? row.Line : 0)}";
        return $"list:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)))[..24]}";
    }
}
