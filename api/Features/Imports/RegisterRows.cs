using Mentoring.Api.Platform;
using System.Globalization;
using Mentoring.Api.Features.Organizations;
using Npgsql;
using NpgsqlTypes;

namespace Mentoring.Api.Features.Imports;

/// <summary>Carries the entries of the public register into the staging table, with what is wrong in each.</summary>
sealed class RegisterRows(IReadOnlyList<RegisterRows.Region> regions, string? onlyRegion, TimeProvider time)
{
    public sealed record Region(string Code, string? SubjectCode, string NameRu);

    readonly Faults _faults = new();
    readonly Dictionary<int, string> _byNumber = regions.Where(r => !string.IsNullOrEmpty(r.SubjectCode))
        .ToDictionary(r => int.Parse(r.SubjectCode!, CultureInfo.InvariantCulture), r => r.Code);
    readonly Dictionary<string, string> _byName = regions.DistinctBy(r => SearchText.Normalize(r.NameRu)).ToDictionary(r => SearchText.Normalize(r.NameRu), r => r.Code);

    public const string Copy = """
        copy staged_organization (line, id, renamed_id, changed_id, register_id, region_code, kind, sector, name_full, name_short, ogrn, inn, kpp,
                                  address, email, phone, website, issued_on, faults) from stdin (format binary)
        """;

    public void Write(NpgsqlBinaryImporter copy, int number, RegisterFile.Entry? entry)
    {
        _faults.Clear();
        var organization = entry?.EduOrg;
        if (organization is null) _faults.Add("edu_org", "import.entry", null);
        var branch = organization?.IsBranch == true;
        var (legal, contact) = (organization?.LegalInfo, organization?.ContactInfo);
        var name = Text(organization?.FullName, "edu_org.full_name", 1000, required: organization is not null);
        var ogrn = Number(legal?.Ogrn, "edu_org.legal_info.ogrn", "import.ogrn", RegistrationNumbers.IsOgrn, required: organization is not null && !branch);
        var (kind, sector) = RegisterKinds.Of(name ?? "");

        copy.StartRow();
        copy.Write(number, NpgsqlDbType.Integer);
        for (var i = 0; i < 3; i++) copy.Write(Guid.CreateVersion7(time.GetUtcNow()), NpgsqlDbType.Uuid);
        Put(copy, Text(organization?.Uuid, "edu_org.uuid", 60, required: branch));
        Put(copy, organization is null ? null : RegionOf(organization.Region));
        Put(copy, kind);
        Put(copy, sector);
        Put(copy, name);
        Put(copy, Text(organization?.ShortName, "edu_org.short_name", 500));
        // A branch goes by the number of the organization that it belongs to, which is not its own.
        Put(copy, branch ? null : ogrn);
        Put(copy, Number(legal?.Inn, "edu_org.legal_info.inn", "import.inn", RegistrationNumbers.IsInn));
        Put(copy, Number(legal?.Kpp, "edu_org.legal_info.kpp", "import.kpp", RegistrationNumbers.IsKpp));
        Put(copy, Text(contact?.PostAddress, "edu_org.contact_info.post_address", 500));
        Put(copy, Text(contact?.Email, "edu_org.contact_info.email", 254));
        Put(copy, Text(contact?.Phone, "edu_org.contact_info.phone", 100));
        Put(copy, Text(contact?.Website, "edu_org.contact_info.website", 300));
        if (entry?.IssueDate is { } issued) copy.Write(RegionTime.DayOf(issued, RegionTime.Federation), NpgsqlDbType.Date);
        else copy.WriteNull();
        Put(copy, _faults.Text);
    }

    string? RegionOf(RegisterFile.Place? place)
    {
        string? code = null;
        if (place?.Number is { } number) _byNumber.TryGetValue(number, out code);
        if (code is null && place?.Name is { } name) _byName.TryGetValue(SearchText.Normalize(name), out code);
        if (code is null) _faults.Add("edu_org.region", "import.region-unknown", place?.Name);
        else if (onlyRegion is not null && code != onlyRegion) _faults.Add("edu_org.region", "import.outside-region", place?.Name);
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
}
