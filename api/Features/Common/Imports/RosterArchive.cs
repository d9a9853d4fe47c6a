using System.IO.Compression;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>The zip of a OneRoster CSV export. What it claims about itself is checked before, what it gives while it is read.</summary>
sealed class RosterArchive : IDisposable
{
    public const string Manifest = "manifest.csv";
    public const string Orgs = "orgs.csv";
    public const string Users = "users.csv";
    public const string RoleRows = "roles.csv";
    const int MostEntries = 64;
    const long MostBytes = 400L * 1024 * 1024;
    const int MostTimesSmaller = 100;

    readonly ZipArchive _zip;

    RosterArchive(ZipArchive zip) => _zip = zip;

    public static RosterArchive Open(byte[] content)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries) throw new BadInput("import.zip-bomb");
            var declared = zip.Entries.Sum(entry => entry.Length);
            if (declared > MostBytes || declared > 1024 * 1024 && declared / content.Length > MostTimesSmaller) throw new BadInput("import.zip-bomb");
            return new(zip);
        }
        catch (InvalidDataException)
        {
            zip?.Dispose();
            throw new BadInput("import.not-zip");
        }
        catch (BadInput)
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>The files that a roster cannot do without. Where one is not there, the manifest has to say that it need not be.</summary>
    public void RequireFiles()
    {
        if (!Has(Manifest)) throw new BadInput("import.file-missing", ("file", Manifest));
        if (!Has(Users) || !Has(RoleRows)) RosterManifest.Read(this);
    }

    public IEnumerable<(string Name, DateTimeOffset Written)> Entries => _zip.Entries.Select(entry => (entry.FullName, entry.LastWriteTime));

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Exporters write the names of the standard in capitals and without.</summary>
    ZipArchiveEntry? Find(string name) =>
        _zip.GetEntry(name) ?? _zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));

    public Stream Read(string name)
    {
        var entry = Find(name) ?? throw new BadInput("import.file-missing", ("file", name));
        if (entry.IsEncrypted) throw new BadInput("import.zip-encrypted");
        try
        {
            return new MeasuredStream(entry.Open(), entry.Length);
        }
        catch (InvalidDataException)
        {
            throw new BadInput("import.zip-damaged", ("file", name));
        }
    }

    public void Dispose() => _zip.Dispose();
}
