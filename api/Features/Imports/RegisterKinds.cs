namespace Mentoring.Api.Features.Imports;

/// <summary>
/// The register does not say what kind of organization an entry is; its full name does, by law. What a person corrects
/// later is not touched by another import.
/// </summary>
static class RegisterKinds
{
    static readonly (string Word, string Kind, string Sector)[] Words =
    [
        ("дополнительн", "AdditionalEducation", "AdditionalEducation"),
        ("школ", "School", "General"),
        ("лице", "School", "General"),
        ("гимнази", "School", "General"),
        ("общеобразовательн", "School", "General"),
        ("колледж", "College", "Vocational"),
        ("техникум", "College", "Vocational"),
        ("училищ", "College", "Vocational"),
        ("университет", "UniversityCentre", "None"),
        ("институт", "Institute", "None"),
        ("академи", "Institute", "None"),
    ];

    public static (string Kind, string Sector) Of(string name)
    {
        // A phrase such as «дополнительного профессионального образования» names an institute, not a house of children's clubs.
        var text = name.ToLowerInvariant().Replace("дополнительного профессионального", "", StringComparison.Ordinal);
        foreach (var (word, kind, sector) in Words)
            if (text.Contains(word, StringComparison.Ordinal)) return (kind, sector);
        return ("School", "General");
    }
}
