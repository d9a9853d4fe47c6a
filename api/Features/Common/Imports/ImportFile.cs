using System.Security.Cryptography;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>An uploaded file: read within its limit, known again by its hash, kept as a row until the import is over.</summary>
public sealed record ImportFile(string Name, byte[] Content)
{
    public const int Largest = 20 * 1024 * 1024;

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    public static async Task<ImportFile> Read(HttpRequest request, string? fileName, string otherwise, CancellationToken ct)
    {
        if (request.ContentLength > Largest) throw TooLarge();
        using var content = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[81920];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (content.Length + read > Largest) throw TooLarge();
            await content.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        if (content.Length == 0) throw new BadInput("import.empty");
        var name = Path.GetFileName(fileName?.Trim());
        if (name is { Length: > 200 }) throw new BadInput("import.file-name") { Pointer = "/fileName" };
        return new(string.IsNullOrEmpty(name) ? otherwise : name, content.Length == content.Capacity ? content.GetBuffer() : content.ToArray());
    }

    static TooLarge TooLarge() => new("import.too-large", ("megabytes", Largest / 1024 / 1024));
}
