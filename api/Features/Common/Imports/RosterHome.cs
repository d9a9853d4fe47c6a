using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Which rows of <c>orgs.csv</c> are the organization that the roster was sent for, and which are others.</summary>
/// <param name="SourceId">Its <c>sourcedId</c>.</param>
/// <param name="Here">Its own and those of its departments.</param>
/// <param name="Others">The other organizations of the file with their numbers; null when the file does not list any.</param>
sealed record RosterHome(string SourceId, IReadOnlySet<string> Here, IReadOnlyDictionary<string, string?>? Others)
{
    const int MostOrganizations = 100_000;

    public sealed record Own(string? Ogrn, string? Inn, string? SourceId);

    sealed record Row(string SourceId, string? Type, string? Number, string? Parent);

    /// <summary>
    /// By registration number, by the id that earlier files gave it, or because it is the only school of the file and no
    /// number says that it is another one.
    /// </summary>
    public static RosterHome Find(RosterArchive archive, Own own, bool delta)
    {
        if (!archive.Has(RosterArchive.Orgs))
        {
            return delta && own.SourceId is { } known
                ? new(known, new HashSet<string> { known }, null)
                : throw new BadInput("import.file-missing", ("file", RosterArchive.Orgs));
        }

        var rows = Read(archive);
        var id = OwnIn(rows, own);
        var here = rows.Where(row => row.Type == "department" && row.Parent == id).Select(row => row.SourceId).Append(id).ToHashSet();
        var others = rows.Where(row => !here.Contains(row.SourceId)).DistinctBy(row => row.SourceId).ToDictionary(row => row.SourceId, row => row.Number);
        return new(id, here, others);
    }

    /// <summary>Whether a row is about another organization. One that the file does not know is nobody's: that is a mistake.</summary>
    public bool IsElsewhere(string organization) => !Here.Contains(organization) && Others?.ContainsKey(organization) != false;

    static List<Row> Read(RosterArchive archive)
    {
        var found = new List<Row>();
        using var rows = CsvRows.Open(RosterArchive.Orgs, archive.Read(RosterArchive.Orgs), RosterFormat.OrgColumns, MostOrganizations);
        while (rows.Read())
            if (rows.Text(0, 255) is { } sourceId) found.Add(new(sourceId, rows.Text(4, 60), rows.Text(5, 255), rows.Text(6, 255)));
        return found;
    }

    static string OwnIn(List<Row> rows, Own own)
    {
        if (rows.Find(row => row.Number is not null && (row.Number == own.Ogrn || row.Number == own.Inn)) is { } numbered) return numbered.SourceId;
        if (rows.Find(row => row.SourceId == own.SourceId) is { } known) return known.SourceId;
        var schools = rows.FindAll(row => row.Type == "school");
        if (schools is not [var only]) throw new BadInput("import.organization-not-found");
        var anothers = only.Number is not null && own.Ogrn is not null && (RegistrationNumbers.IsOgrn(only.Number) || RegistrationNumbers.IsInn(only.Number));
        return anothers ? throw new BadInput("import.other-organization", ("number", only.Number)) : only.SourceId;
    }
}
