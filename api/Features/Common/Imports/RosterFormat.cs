namespace Mentoring.Api.Features.Common.Imports;

/// <summary>The OneRoster CSV bindings, 1.2 and 1.1, as far as a staff needs them: columns in the standard's order, the roles.</summary>
static class RosterFormat
{
    public static readonly string[] ManifestColumns = ["propertyName", "value"];
    public static readonly string[] OrgColumns = ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"];
    public static readonly string[] UserColumns =
    [
        "sourcedId", "status", "dateLastModified", "enabledUser", "username", "userIds", "givenName", "familyName", "middleName", "identifier", "email",
        "sms", "phone", "agentSourcedIds", "grades", "password", "userMasterIdentifier", "resourceSourcedIds", "preferredGivenName",
        "preferredMiddleName", "preferredFamilyName", "primaryOrgSourcedId", "pronouns",
    ];

    /// <summary>As 1.2 was published first, and as 1.2.1 mends it.</summary>
    public static readonly IReadOnlyList<string>[] UserLayouts = [UserColumns, [.. UserColumns.Where(column => column != "resourceSourcedIds")]];

    /// <summary>OneRoster 1.1, which has no roles.csv: role and organizations stand with the person.</summary>
    public static readonly IReadOnlyList<string>[] OldUserLayouts =
    [
        [
            "sourcedId", "status", "dateLastModified", "enabledUser", "orgSourcedIds", "role", "username", "userIds", "givenName", "familyName",
            "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds", "grades", "password",
        ],
    ];

    public static readonly string[] RoleColumns =
    [
        "sourcedId", "status", "dateLastModified", "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId", "userProfileSourcedId",
    ];

    /// <summary>Extension columns that speak of what the standard does not know.</summary>
    public const string BirthDate = "metadata.mentoring.birthDate";
    public const string IsNew = "metadata.mentoring.isNew";
    public const string Snils = "metadata.mentoring.snils";
    public const string OtherSnils = "metadata.snils";
    public const string Position = "metadata.mentoring.position";
    public const string HireDate = "metadata.mentoring.hireDate";
    public const string IsMain = "metadata.mentoring.isMain";
    public const string Qualification = "metadata.mentoring.category";

    /// <summary>Roles of those who do not work at the school: their rows are not ours to keep.</summary>
    static readonly HashSet<string> NotStaff = new(StringComparer.Ordinal) { "student", "parent", "guardian", "relative" };

    static readonly HashSet<string> Staff = new(StringComparer.Ordinal)
    {
        "teacher", "principal", "aide", "counselor", "proctor", "siteAdministrator", "systemAdministrator", "districtAdministrator", "administrator",
    };

    /// <returns>Null for a role that neither the standard nor its extension rule knows.</returns>
    public static bool? IsStaff(string role) =>
        NotStaff.Contains(role) ? false : Staff.Contains(role) || role.StartsWith("ext:", StringComparison.Ordinal) ? true : null;

    /// <summary>The position that a role stands for where the extension column is blank.</summary>
    public static string? PositionOf(string role) => role switch
    {
        "teacher" => "teacher",
        "principal" => "head",
        "counselor" => "psychologist",
        _ => null,
    };

    /// <summary>Categories of attestation, as files write them in either language.</summary>
    public static string? QualificationOf(string text) => text.ToLowerInvariant() switch
    {
        "first" or "первая" => "First",
        "highest" or "высшая" => "Highest",
        "methodologist" or "педагог-методист" => "Methodologist",
        "mentor" or "педагог-наставник" => "Mentor",
        _ => null,
    };
}
