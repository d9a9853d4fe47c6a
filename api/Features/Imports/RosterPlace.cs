using Mentoring.Api.Features.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>Which row of <c>orgs.csv</c> is the organization that the roster was sent for.</summary>
static class RosterPlace
{
    public sealed record Own(string? Ogrn, string? Inn, string? SourceId);

    /// <summary>
    /// By registration number, by the id that earlier files gave it, or because it is the only school of the file and no
    /// number says that it is another one.
    /// </summary>
    /// <returns>Its <c>sourcedId</c>.</returns>
    public static string Find(RosterArchive archive, Own own, bool delta)
    {
        if (!archive.Has(RosterArchive.Orgs))
            return delta && own.SourceId is not null ? own.SourceId : throw new BadInput("import.file-missing", ("file", RosterArchive.Orgs));

        string? known = null, only = null, onlyNumber = null;
        var schools = 0;
        using var rows = CsvRows.Open(RosterArchive.Orgs, archive.Read(RosterArchive.Orgs), RosterFormat.OrgColumns);
        while (rows.Read())
        {
            var (sourceId, type, number) = (rows.Text(0, 255), rows.Text(4, 60), rows.Text(5, 255));
            if (sourceId is null) continue;
            if (number is not null && (number == own.Ogrn || number == own.Inn)) return sourceId;
            if (sourceId == own.SourceId) known = sourceId;
            if (type != "school") continue;
            schools++;
            (only, onlyNumber) = (sourceId, number);
        }

        if (known is not null) return known;
        if (schools != 1) throw new BadInput("import.organization-not-found");
        var anothers = onlyNumber is not null && own.Ogrn is not null && (RegistrationNumbers.IsOgrn(onlyNumber) || RegistrationNumbers.IsInn(onlyNumber));
        return anothers ? throw new BadInput("import.other-organization", ("number", onlyNumber)) : only!;
    }
}
