using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Api.Platform;

/// <summary>
/// Files are rows, in the transaction and the backup of what they belong to. One class reads and writes them, so that an
/// object store can take over. Each is known by its content, not by what its name claims, and passes the scanner first.
/// </summary>
public sealed class Files(Db db, Caller caller, IFileScanner scanner, FileRoom room, TimeProvider time)
{
    public const int Largest = 20 * 1024 * 1024;

    /// <summary>A form with one file.</summary>
    public const int LargestForm = Largest + Uploads.Overhead;

    /// <summary>A file as it was received.</summary>
    public sealed record Upload(string Name, byte[] Content);

    public sealed record Stored(Guid Id, string Name, string MediaType, int Size);

    /// <summary>A file as it is given out.</summary>
    public sealed record Served(string Name, string MediaType, byte[] Content)
    {
        /// <summary>Always as a download that nobody keeps: nothing that somebody uploaded runs in the product's own pages.</summary>
        public FileContentHttpResult Download(HttpContext http)
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.File(Content, MediaType, Name);
        }
    }

    /// <summary>Reads the one file of a form within the limit.</summary>
    public static async Task<Upload> Read(IFormFile file, string pointer, CancellationToken ct)
    {
        if (file.Length > Largest) throw new TooLarge("file.too-large", ("megabytes", Largest / 1024 / 1024));
        if (file.Length == 0) throw new BadInput("file.empty") { Pointer = pointer };
        var name = CleanText.Of(Path.GetFileName(file.FileName.Replace('\\', '/').Trim()));
        if (name.Length is 0 or > 200 || name.Any(char.IsControl)) throw new BadInput("file.name") { Pointer = pointer };
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return new(name, content.ToArray());
    }

    /// <param name="program">Opens the file to the participants of this program too.</param>
    /// <param name="readers">The persons and organizations that alone read it; null where it is the organization's or the program's.</param>
    public async Task<Stored> Keep(
        Upload file, FileKind kind, Guid organization, string region, Guid? program, CancellationToken ct, Guid[]? readers = null)
    {
        var type = FileTypes.Of(file.Content, file.Name) ?? throw new BadInput("file.type") { Pointer = "/file" };
        var scanned = await scanner.Scan(file.Content, ct);
        if (scanned == ScanVerdict.Infected) throw new BadInput("file.infected") { Pointer = "/file" };

        var owner = new FileRoom.Owner(organization, region, program);
        await room.Admit(owner, file.Content.Length, ct);
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.Execute(Insert, new
        {
            Id = id, Organization = organization, Region = region, Program = program, file.Name, MediaType = type, Size = file.Content.Length,
            Hash = Convert.ToHexStringLower(SHA256.HashData(file.Content)), file.Content,
            ScannedAt = scanned == ScanVerdict.Clean ? now.UtcDateTime : (DateTime?)null, Now = now.UtcDateTime,
            Kind = kind.ToString(), By = caller.Id, Readers = readers,
        }, ct);
        await room.Settle(owner, file.Content.Length, ct);
        return new(id, file.Name, type, file.Content.Length);
    }

    /// <summary>Out of the caller's scope it is not found.</summary>
    public Task<Served> Get(Guid id, CancellationToken ct) =>
        db.One<Served>("select name, media_type, content from stored_file where id = @id", new { id }, ct);

    /// <summary>What the files belong to goes on at another organization of the same region, and they with it.</summary>
    public static Task<int> GiveTo(Guid organization, IEnumerable<Guid> files, Db db, CancellationToken ct) =>
        db.Execute("update stored_file set organization_id = @organization where id = any(@ids)", new { organization, ids = files.ToArray() }, ct);

    const string Insert = """
        insert into stored_file (region_code, id, organization_id, program_id, name, media_type, size, sha256, content, scanned_at, stored_at, kind, stored_by,
            reader_ids)
        values (@Region, @Id, @Organization, @Program, @Name, @MediaType, @Size, @Hash, @Content, @ScannedAt, @Now, @Kind, @By, @Readers)
        """;
}
