using System.Text.RegularExpressions;
using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Which position of the dictionary the words of a school mean. What is neither its name nor its code nor answered before is asked
/// once, with a guess; who sweeps the yard stands in the list too, and is left out by an answer.
/// </summary>
sealed partial class StaffPositions(IReadOnlyList<RosterRows.Position> dictionary, IReadOnlyDictionary<string, string?> answers)
{
    /// <summary>How a position is begun where it is not written as the dictionary does; the first that fits.</summary>
    static readonly (string Begins, string Code)[] Guesses =
    [
        ("учитель логопед", "speech-therapist"), ("логопед", "speech-therapist"), ("учитель дефектолог", "special-needs-teacher"), ("дефектолог",
            "special-needs-teacher"),
        ("учитель", "teacher"), ("педагог психолог", "psychologist"), ("психолог", "psychologist"), ("социальный педагог", "social-pedagogue"),
            ("соц педагог", "social-pedagogue"),
        ("соцпедагог", "social-pedagogue"), ("педагог организатор", "teacher-organizer"), ("педагог доп", "additional-education-teacher"), ("пдо",
            "additional-education-teacher"),
        ("педагог библиотекарь", "teacher-librarian"), ("библиотекарь", "teacher-librarian"), ("заведующий библиотек", "teacher-librarian"),
        ("советник", "upbringing-adviser"), ("преподаватель организатор", "safety-teacher"), ("преподаватель", "lecturer"), ("мастер производственного",
            "master-of-industrial-training"),
        ("мастер п о", "master-of-industrial-training"), ("старший воспитатель", "senior-educator"), ("воспитатель", "educator"), ("старший методист",
            "senior-methodologist"),
        ("методист", "methodologist"), ("тьютор", "tutor"), ("тренер", "trainer-teacher"), ("концертмейстер", "accompanist"), ("старший вожатый",
            "senior-youth-leader"),
        ("вожатый", "senior-youth-leader"), ("музыкальный", "music-director"), ("директор", "head"), ("и о директора", "head"),
            ("руководитель структурного", "department-head"),
        ("заместитель", "deputy-head"), ("зам", "deputy-head"), ("завуч", "deputy-head"), ("заведующий филиал", "branch-head"), ("руководитель физ",
            "physical-education-head"),
        ("инструктор по физ", "physical-education-instructor"), ("инструктор методист", "instructor-methodologist"), ("teacher", "teacher"), ("principal",
            "head"),
        ("deputy", "deputy-head"), ("head", "head"), ("psycholog", "psychologist"),
    ];

    readonly Dictionary<string, RosterRows.Position> _named = dictionary
        .SelectMany(p => new[] { (Key: Key(p.Code), p), (Key: Key(p.NameRu), p), (Key: Key(Beside().Replace(p.NameRu, "")), p) })
        .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.p);

    /// <summary>«Директор (руководитель)» is written without what stands in brackets, too.</summary>
    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Beside();

    public static string Key(string written) => SearchText.Normalize(written);

    /// <summary>Whether the dictionary itself calls a position so.</summary>
    public bool IsName(string written) => _named.ContainsKey(Key(written));

    /// <summary>Whether nothing has to be asked; the position is null for who is left out.</summary>
    public bool Knows(string written, out RosterRows.Position? position)
    {
        var key = Key(written);
        if (_named.TryGetValue(key, out position)) return true;
        return answers.TryGetValue(key, out var code) && (code is null || _named.TryGetValue(Key(code), out position));
    }

    /// <returns>A code of the dictionary; null where nothing is alike, which for a school's list means somebody who does not teach.</returns>
    public string? Guess(string written)
    {
        var key = Key(written);
        return Array.Find(Guesses, guess => key.StartsWith(guess.Begins, StringComparison.Ordinal)).Code is { } code && _named.ContainsKey(Key(code))
            ? code : null;
    }
}
