namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>Which organizations the catalogue `organization-kind` counts.</summary>
public static class OrganizationKinds
{
    /// <summary>
    /// In SQL, the kinds that run the mentoring of teachers. Staff of ИРО, ЦНППМ and of universities are nobody's school
    /// teachers, so that what a region has is the sum of its municipalities.
    /// </summary>
    public const string Counted = "('School', 'College', 'AdditionalEducation')";

    /// <summary>What an organization of the public register may be: bodies of the federation, associations and unions stand in none.</summary>
    public static readonly IReadOnlyList<string> All =
        ["School", "College", "AdditionalEducation", "Kindergarten", "University", "Institute", "Cnppm", "UniversityCentre", "MunicipalService"];

    /// <summary>Bodies of the external contour: what supports schools, and holds roles of its own. The same in SQL.</summary>
    public static readonly IReadOnlyList<string> Bodies =
        ["Cnppm", "Institute", "UniversityCentre", "University", "MunicipalService", "FederalOperator", "Association"];

    /// <inheritdoc cref="Bodies"/>
    public const string Body = "('Cnppm', 'Institute', 'UniversityCentre', 'University', 'MunicipalService', 'FederalOperator', 'Association')";

    /// <summary>The sector of the dictionary `sector` that a kind belongs to.</summary>
    public static string SectorOf(string kind) => kind switch
    {
        "School" or "Kindergarten" => "General",
        "College" => "Vocational",
        "AdditionalEducation" => "AdditionalEducation",
        _ => "None",
    };

    /// <summary>The same in SQL, of an expression that gives a kind.</summary>
    public static string SectorOfSql(string kind) =>
        $"case {kind} {string.Join(' ', All.Where(one => SectorOf(one) != "None").Select(one => $"when '{one}' then '{SectorOf(one)}'"))} else 'None' end";
}
