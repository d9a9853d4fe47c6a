using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>The OneRoster 1.2 CSV binding, as far as a staff needs it: columns in the standard's order, the manifest, the roles.</summary>
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

    public static readonly string[] RoleColumns =
    [
        "sourcedId", "status", "dateLastModified", "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId", "userProfileSourcedId",
    ];

    /// <summary>Extension columns that speak of what the standard does not know.</summary>
    public const string BirthDate = "metadata.mentoring.birthDate";
    public const string Position = "metadata.mentoring.position";
    public const string HireDate = "metadata.mentoring.hireDate";
    public const string IsMain = "metadata.mentoring.isMain";
    public const string Qualification = "metadata.mentoring.category";

    /// <summary>Roles of those who do not work at the school: their rows are not ours to keep.</summary>
    static readonly HashSet<string> NotStaff = new(StringComparer.Ordinal) { "student", "parent", "guardian", "relative" };

    static readonly HashSet<string> Staff = new(StringComparer.Ordinal)
    {
        "teacher", "principal", "aide", "counselor", "proctor", "siteAdministrator", "systemAdministrator", "districtAdministrator",
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

    const int MostProperties = 1000;

    /// <returns>Whether the files bring changes alone; they tell the whole staff otherwise.</returns>
    public static bool ReadManifest(Stream content)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using (var rows = CsvRows.Open(RosterArchive.Manifest, content, ManifestColumns, MostProperties))
        {
            while (rows.Read())
                if (rows.Text(0, 100) is { } name) properties[name] = rows.Text(1, 200) ?? "";
        }

        if (properties.GetValueOrDefault("oneroster.version") is not ("1.2" or "1.2.0"))
            throw new BadInput("import.manifest-version", ("found", properties.GetValueOrDefault("oneroster.version", "—")));
        var users = Mode(properties, "file.users");
        if (Mode(properties, "file.roles") != users) throw new BadInput("import.manifest-modes");
        return users == "delta";
    }

    static string Mode(Dictionary<string, string> properties, string file) =>
        properties.GetValueOrDefault(file, "—").ToLowerInvariant() is var mode and ("bulk" or "delta")
            ? mode
            : throw new BadInput("import.manifest-mode", ("property", file), ("found", properties.GetValueOrDefault(file, "—")));
}
