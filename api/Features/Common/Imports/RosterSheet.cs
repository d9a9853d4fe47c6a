using System.IO.Compression;
using System.Text;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Writes a change of one person in the form in which rosters are read.</summary>
static class RosterSheet
{
    static readonly string[] Users = [.. RosterFormat.UserColumns, RosterFormat.BirthDate, RosterFormat.IsNew, RosterFormat.Snils];
    static readonly string[] Roles = [.. RosterFormat.RoleColumns, RosterFormat.Position, RosterFormat.HireDate, RosterFormat.IsMain];

    public static byte[] Zip(string organization, string? ogrn, Dictionary<string, string?> user, Dictionary<string, string?> role)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, RosterArchive.Manifest, RosterFormat.ManifestColumns,
                ["manifest.version", "1.0"], ["oneroster.version", "1.2"], ["file.orgs", "delta"], ["file.users", "delta"], ["file.roles", "delta"]);
            Add(zip, RosterArchive.Orgs, RosterFormat.OrgColumns, [organization, null, null, null, "school", ogrn, null]);
            Add(zip, RosterArchive.Users, Users, Row(Users, user));
            Add(zip, RosterArchive.RoleRows, Roles, Row(Roles, role));
        }

        return packed.ToArray();
    }

    static string?[] Row(string[] columns, Dictionary<string, string?> values) => [.. columns.Select(column => values.GetValueOrDefault(column))];

    static void Add(ZipArchive zip, string name, string[] header, params string?[][] rows)
    {
        using var entry = zip.CreateEntry(name).Open();
        var lines = rows.Prepend(header).Select(row => string.Join(',', row.Select(cell => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        entry.Write(Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"));
    }
}
