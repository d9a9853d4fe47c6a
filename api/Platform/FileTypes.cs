using System.IO.Compression;
using System.Text;

namespace Mentoring.Api.Platform;

/// <summary>What a file is, by its content. What cannot be told, carries macros, or contradicts its name is not accepted.</summary>
public static class FileTypes
{
    static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".mp4"] = "video/mp4",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
        [".txt"] = "text/plain",
    };

    /// <returns>The media type; null when the content is none of the accepted kinds or is not what its name says.</returns>
    public static string? Of(byte[] content, string name) =>
        Types.TryGetValue(Path.GetExtension(name), out var named) && Sniff(content, named) == named ? named : null;

    static string? Sniff(byte[] content, string named)
    {
        var head = content.AsSpan();
        if (head.StartsWith("%PDF-"u8)) return Types[".pdf"];
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Types[".png"];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Types[".jpg"];
        if (head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) return Types[".webp"];
        if (head.Length > 12 && head[4..].StartsWith("ftyp"u8)) return Types[".mp4"];
        if (head.StartsWith("PK\u0003\u0004"u8)) return OfZip(content);
        return named == Types[".txt"] && IsText(head) ? named : null;
    }

    /// <summary>Office documents are zips: their parts tell which, and whether macros are inside.</summary>
    static string? OfZip(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                || e.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase))) return null;
            if (zip.GetEntry("[Content_Types].xml") is not null)
                return zip.GetEntry("word/document.xml") is not null ? Types[".docx"]
                    : zip.GetEntry("xl/workbook.xml") is not null ? Types[".xlsx"]
                    : zip.GetEntry("ppt/presentation.xml") is not null ? Types[".pptx"] : null;
            if (zip.GetEntry("mimetype") is not { Length: < 200 } declared) return null;
            using var reader = new StreamReader(declared.Open(), Encoding.ASCII);
            var type = reader.ReadToEnd().Trim();
            return Types.ContainsValue(type) ? type : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static bool IsText(ReadOnlySpan<byte> content)
    {
        if (content.Contains((byte)0)) return false;
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
