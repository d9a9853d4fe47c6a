using System.Text.RegularExpressions;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>
/// Finds names of people in a text: family name with given name or initials in any order and case, or given name with
/// patronymic. A family name alone is not enough: many are ordinary words.
/// </summary>
public static class StaffNames
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public sealed record Name(string FamilyName, string GivenName, string? Patronymic);

    public static bool Names(string text, Name person)
    {
        if (person.FamilyName.Length < 2 || person.GivenName.Length < 2) return false;
        var (family, given) = (Word(person.FamilyName), $"(?:{Word(person.GivenName)}|{Initial(person.GivenName)})");
        var patronymic = person.Patronymic is { Length: > 1 } name ? name : null;
        var between = patronymic is null ? "" : $@"(?:\s*(?:{Word(patronymic)}|{Initial(patronymic)}))?";
        var forms = new List<string> { $@"{family}\s+{given}", $@"{given}{between}\s*{family}" };
        if (patronymic is not null) forms.Add($@"{Word(person.GivenName)}\s+{Word(patronymic)}");
        return Regex.IsMatch(Plain(text), string.Join('|', forms), RegexOptions.CultureInvariant, Patience);
    }

    /// <summary>Refuses a text for the public that names somebody of the staff who has not released the name.</summary>
    public static async Task Demand(Db db, Guid organization, string text, CancellationToken ct)
    {
        var hidden = await db.List<Name>(Hidden, new { organization }, ct);
        if (hidden.Any(person => Names(text, person))) throw new RuleViolation("site.name-not-released");
    }

    // Endings change with the case: what stays is the stem.
    static string Word(string name)
    {
        var plain = Plain(name.Trim());
        var stem = Regex.Replace(plain, "(?:ая|яя|ий|ый|ой|а|я|ь|й)$", "", RegexOptions.CultureInvariant, Patience);
        return $@"(?<!\p{{L}}){Regex.Escape(stem.Length >= 2 ? stem : plain)}\p{{L}}{{0,3}}(?!\p{{L}})";
    }

    static string Initial(string name) => $@"(?<!\p{{L}}){Regex.Escape(Plain(name)[..1])}\.";

    static string Plain(string text) => text.Replace('ё', 'е').Replace('Ё', 'Е');

    const string Hidden = """
        select distinct p.family_name, p.given_name, p.patronymic
          from employment e join person p on p.id = e.person_id
         where e.organization_id = @organization
           and not exists (select from site_release r where r.organization_id = @organization and r.person_id = p.id and r.revoked_at is null)
        """;
}
