using System.Globalization;
using Mentoring.Api.Features.Common.Organizations;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Carries the organizations of the public register into the staging table, with what is wrong in each.</summary>
sealed class RegisterRows(IReadOnlyList<RegisterRows.Region> regions, MunicipalityOfAddress municipalities, string? onlyRegion, TimeProvider time)
{
    public sealed record Region(string Code, string? SubjectCode, string NameRu);

    /// <param name="Path">Where in the certificate it stands.</param>
    /// <param name="IsOver">The certificate, or its supplement, says that it is no longer in force.</param>
    sealed record Row(RegisterEntry? Entry, RegisterEntry.Organization? Organization, string Path, bool IsBranch, bool IsOver);

    readonly Faults _faults = new();
    readonly Dictionary<int, string> _byNumber = regions.Where(r => !string.IsNullOrEmpty(r.SubjectCode))
        .ToDictionary(r => int.Parse(r.SubjectCode!, CultureInfo.InvariantCulture), r => r.Code);
    readonly Dictionary<string, string> _byName = regions.DistinctBy(r => SearchText.Normalize(r.NameRu))
        .ToDictionary(r => SearchText.Normalize(r.NameRu), r => r.Code);
    int _row;

    public const string Copy = """
        copy staged_organization (row, line, path, id, renamed_id, changed_id, closed_id, register_id, region_code, municipality_code, kind, sector,
           is_guess, name_full, name_short,
                                  ogrn, inn, kpp, address, email, phone, website, issued_on, ends_on, is_over, faults) from stdin (format binary)
        """;

    /// <summary>The organization of a certificate and the branches of its supplements.</summary>
    public void Write(NpgsqlBinaryImporter copy, int number, RegisterEntry? entry)
    {
        foreach (var row in RowsOf(entry)) Write(copy, number, row);
    }

    static IEnumerable<Row> RowsOf(RegisterEntry? entry)
    {
        var isOver = entry?.Status?.IsOver == true;
        var head = entry?.EduOrg;
        yield return new(entry, head, "edu_org", head?.IsPart == true, isOver);
        for (var i = 0; i < entry?.Supplements?.Count; i++)
            // Many supplements repeat the organization that the certificate is about.
            if (entry.Supplements[i] is { EduOrg: { } branch } supplement && branch.Uuid != head?.Uuid && (branch.IsPart || supplement.IsForBranch == true))
                yield return new(entry, branch, $"supplements[{i}].edu_org", IsBranch: true, isOver || supplement.Status?.IsOver == true);
    }

    void Write(NpgsqlBinaryImporter copy, int number, Row row)
    {
        _faults.Clear();
        var (organization, branch, path) = (row.Organization, row.IsBranch, row.Path);
        if (organization is null) _faults.Add(path, "import.entry", null);
        var (legal, contact) = (organization?.LegalInfo, organization?.ContactInfo);
        var name = Text(organization?.FullName, $"{path}.full_name", 1000, required: organization is not null);
        var shortName = Text(organization?.ShortName, $"{path}.short_name", 500);
        var ogrn = Number(legal?.Ogrn, $"{path}.legal_info.ogrn", "import.ogrn", RegistrationNumbers.IsOgrn, required: organization is not null && !branch);
        var kind = RegisterKinds.Of(name ?? "", shortName);

        copy.StartRow();
        copy.Write(++_row, NpgsqlDbType.Integer);
        copy.Write(number, NpgsqlDbType.Integer);
        Put(copy, path);
        for (var i = 0; i < 4; i++) copy.Write(Guid.CreateVersion7(time.GetUtcNow()), NpgsqlDbType.Uuid);
        Put(copy, Text(organization?.Uuid, $"{path}.uuid", 60, required: branch));
        var region = organization is null ? null : RegionOf(organization.Region ?? (branch ? row.Entry?.EduOrg?.Region : null), path);
        var oktmo = MunicipalityOfAddress.Text(organization?.Oktmo ?? contact?.Oktmo ?? legal?.Oktmo);
        Put(copy, region);
        Put(copy, municipalities.Of(region, oktmo, contact?.PostAddress));
        Put(copy, kind.Kind);
        Put(copy, kind.Sector);
        copy.Write(kind.IsGuess, NpgsqlDbType.Boolean);
        Put(copy, name);
        Put(copy, shortName);
        // A branch goes by the number of the organization that it belongs to, which is not its own.
        Put(copy, branch ? null : ogrn);
        Put(copy, Number(legal?.Inn, $"{path}.legal_info.inn", "import.inn", RegistrationNumbers.IsInn));
        Put(copy, Number(legal?.Kpp, $"{path}.legal_info.kpp", "import.kpp", RegistrationNumbers.IsKpp));
        Put(copy, Text(contact?.PostAddress, $"{path}.contact_info.post_address", 500));
        Put(copy, Text(contact?.Email, $"{path}.contact_info.email", 254));
        Put(copy, Text(contact?.Phone, $"{path}.contact_info.phone", 100));
        Put(copy, Text(contact?.Website, $"{path}.contact_info.website", 300));
        Put(copy, row.Entry?.IssuedOn);
        Put(copy, row.Entry?.EndsOn);
        copy.Write(row.IsOver, NpgsqlDbType.Boolean);
        Put(copy, _faults.Text);
    }

    string? RegionOf(RegisterEntry.NamedArea? place, string path)
    {
        string? code = null;
        if (place?.Number is { } number) _byNumber.TryGetValue(number, out code);
        if (code is null && place?.Name is { } name) _byName.TryGetValue(SearchText.Normalize(name), out code);
        if (code is null) _faults.Add($"{path}.region", "import.region-unknown", place?.Name);
        else if (onlyRegion is not null && code != onlyRegion) _faults.Add($"{path}.region", "import.outside-region", place?.Name);
        return code;
    }

    string? Number(string? text, string field, string code, Func<string, bool> rule, bool required = false)
    {
        var number = Text(text, field, 20, required);
        if (number is null || rule(number)) return number;
        _faults.Add(field, code, number);
        return null;
    }

    /// <summary>Published values are kept as they are, quotation marks and all; only spaces around them go.</summary>
    string? Text(string? text, string field, int most, bool required = false)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            if (required) _faults.Add(field, "import.required", null);
            return null;
        }

        if (value.Length <= most && !value.Contains('\0', StringComparison.Ordinal)) return value;
        _faults.Add(field, value.Length > most ? "import.too-long" : "import.characters", value);
        return null;
    }

    static void Put(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    static void Put(NpgsqlBinaryImporter copy, DateOnly? day)
    {
        if (day is { } written) copy.Write(written, NpgsqlDbType.Date);
        else copy.WriteNull();
    }
}
