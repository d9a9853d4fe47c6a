using System.Text.RegularExpressions;
using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// The register does not say what kind of organization an entry is; its full name does, by law (Federal Law 273, article 23,
/// part 5), and where it does not, words of the name give a guess that a person is asked about. What a person corrects later
/// is not touched by another import.
/// </summary>
static partial class RegisterKinds
{
    /// <param name="IsGuess">Not to be taken before a person has looked at it.</param>
    public sealed record Answer(string Kind, bool IsGuess = false)
    {
        public string Sector => OrganizationKinds.SectorOf(Kind);
    }

    /// <summary>In the order in which they decide: what the law makes a part of the name, then what is told by a word that has one meaning.</summary>
    static readonly (Regex Words, Answer Answer)[] Rules =
    [
        (Centre(), new("Cnppm")),
        (FurtherTraining(), new("Institute")),
        (HigherSchool(), new("University")),
        (Vocational(), new("College")),
        (General(), new("School")),
        (Preschool(), new("Kindergarten")),
        (OfChildren(), new("AdditionalEducation")),
        (University(), new("University")),
        (College(), new("College")),
        (SchoolWithGarden(), new("School")),
        (Garden(), new("Kindergarten")),
        (SchoolOfArts(), new("AdditionalEducation")),
        (HighSchool(), new("University", IsGuess: true)),
        (School(), new("School")),
        (RegionalInstitute(), new("Institute")),
        (HouseOfChildren(), new("AdditionalEducation")),
        (Academy(), new("University", IsGuess: true)),
        (TradeSchool(), new("College", IsGuess: true)),
        (Centres(), new("AdditionalEducation", IsGuess: true)),
    ];

    static readonly (Regex Letters, Answer Answer)[] Short =
    [
        (Regex(@"\b\w*ДПО\b"), new("Institute")),
        (Regex(@"\bВО\b"), new("University")),
        (Regex(@"\w*ПОУ\b|\bСПО\b"), new("College")),
        (Regex(@"\b\w*ДОУ\b"), new("Kindergarten")),
        (Regex(@"\b\w*(ДОД|УДО)\b|\bДО\b|\bД[МХ]?ШИ?\b"), new("AdditionalEducation")),
        (Regex(@"\b\w*ОУ\b|\b[СОН]О?Ш\b"), new("School")),
    ];

    public static Answer Of(string fullName, string? shortName = null)
    {
        var text = fullName.ToLowerInvariant().Replace('ё', 'е');
        var answer = Told(Patron().Replace(text, " ")) ?? Told(text) ?? new("School", IsGuess: true);
        if (!answer.IsGuess || shortName is null) return answer;
        return Array.Find(Short, rule => rule.Letters.IsMatch(shortName)).Answer ?? answer;
    }

    static Answer? Told(string text) => Array.Find(Rules, rule => rule.Words.IsMatch(text)).Answer;

    static Regex Regex(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>With whom it is or whose name it bears, as far as that goes: another's word decides only where its own says nothing.</summary>
    [GeneratedRegex("\\bпри\\s[^«»“”\",;()—–]*((?<=\\s)[«“\"][^»”\"]*[»”\"]?)?|\\b(имени|им\\.|им)\\s*([«“\"][^»”\"]*[»”\"]?|(?<=\\s|\\.)[^«»“”\",;()—–]*)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Patron();

    [GeneratedRegex("непрерывного повышения профессионального мастерства", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Centre();

    [GeneratedRegex("дополнительного профессионального|дополнительное профессиональное|повышения квалификации|переподготовки", RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex FurtherTraining();

    [GeneratedRegex("высшего (профессионального )?образования|образовательн\\w+ организаци\\w+ высшего", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HigherSchool();

    [GeneratedRegex("(среднего|начального) профессионального|профессиональн\\w+ образовательн\\w+ (учреждени|организаци)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vocational();

    [GeneratedRegex("общеобразовательн|дошкольного и младшего школьного", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex General();

    [GeneratedRegex("дошкольн\\w+ (образовательн|учреждени|организаци)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Preschool();

    [GeneratedRegex("дополнительного образования|дополнительное образование", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfChildren();

    [GeneratedRegex("\\bуниверситет|\\bконсерватори", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex University();

    [GeneratedRegex("колледж|\\bтехникум|профессиональн\\w+ (лице|училищ)|олимпийского резерва", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex College();

    [GeneratedRegex("(\\bшкол|прогимнази).*детский сад|детский сад.*(\\bшкол|прогимнази)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SchoolWithGarden();

    [GeneratedRegex("детский сад|детского сада|\\bясли\\b|центр развития ребенка", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Garden();

    [GeneratedRegex(
        "(музыкальн|художественн|хореографическ|хоров|театральн|спортивн|искусств|шахматн)\\w*.{0,60}\\bшкол|\\bшкол\\w*.{0,60}(искусств|олимпийск)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SchoolOfArts();

    [GeneratedRegex("высш\\w+ школ|автошкол|бизнес-школ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HighSchool();

    [GeneratedRegex("\\bшкол(а|ы|е|у|ой)?\\b|\\bлице|гимнази|кадетск|суворовск|нахимовск|школа-", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex School();

    [GeneratedRegex("институт\\w* (развития|повышения|непрерывного)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RegionalInstitute();

    [GeneratedRegex("(дворец|дом|центр)\\w* .{0,60}(творчества|школьник|пионер)|станци\\w+ юн|технопарк|кванториум", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HouseOfChildren();

    [GeneratedRegex("\\bинститут|\\bакадеми", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Academy();

    [GeneratedRegex("\\bучилищ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TradeSchool();

    [GeneratedRegex("\\bцентр|\\bдворец|\\bклуб|\\bстуди", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Centres();
}
