using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What <c>manifest.csv</c> says of the other files: which edition of the standard, which of them are there, whole or as changes.</summary>
/// <param name="IsOld">OneRoster 1.1: the roles stand in <c>users.csv</c>.</param>
/// <param name="IsDelta">The files bring changes alone; they tell the whole staff otherwise. Without any file nothing has changed.</param>
sealed record RosterManifest(bool IsOld, bool IsDelta, bool HasUsers, bool HasRoles)
{
    const int MostProperties = 1000;
    const string Users = "file.users";
    const string Roles = "file.roles";

    /// <summary>Where a row about somebody's work stands.</summary>
    public string RolesFile => IsOld ? RosterArchive.Users : RosterArchive.RoleRows;

    public static RosterManifest Read(RosterArchive archive)
    {
        var properties = Properties(archive);
        var version = properties.GetValueOrDefault("oneroster.version", "—");
        var old = version is "1.1" or "1.1.0" or "1.1.1";
        if (!old && version is not ("1.2" or "1.2.0" or "1.2.1")) throw new BadInput("import.manifest-version", ("found", version));

        var users = Mode(properties, Users);
        var roles = old ? users : Mode(properties, Roles);
        if (users == "absent" && roles == "bulk") throw Unfit(Users, users);
        if (users == "bulk" && roles == "absent") throw Unfit(Roles, roles);
        if (users != roles && users != "absent" && roles != "absent") throw new BadInput("import.manifest-modes");
        return new(old, users != "bulk", Has(archive, RosterArchive.Users, users), !old && Has(archive, RosterArchive.RoleRows, roles));
    }

    /// <summary>A file of changes that is not there brings none; a whole list has to be there.</summary>
    static bool Has(RosterArchive archive, string file, string mode) =>
        mode == "bulk" && !archive.Has(file) ? throw new BadInput("import.file-missing", ("file", file)) : mode != "absent" && archive.Has(file);

    static Dictionary<string, string> Properties(RosterArchive archive)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var rows = CsvRows.Open(RosterArchive.Manifest, archive.Read(RosterArchive.Manifest), RosterFormat.ManifestColumns, MostProperties);
        while (rows.Read())
            if (rows.Text(0, 100) is { } name) properties[name] = rows.Text(1, 200) ?? "";
        return properties;
    }

    static string Mode(Dictionary<string, string> properties, string file) =>
        properties.GetValueOrDefault(file, "—") is var written && written.ToLowerInvariant() is var mode and ("bulk" or "delta" or "absent")
            ? mode
            : throw Unfit(file, written);

    static BadInput Unfit(string property, string found) => new("import.manifest-mode", ("property", property), ("found", found));
}
