using System.IO.Compression;
using System.Text;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Takes insurance numbers out of a roster before the file is kept: in their place stands the keyed hash, or a word for what
/// is no such number. Everything else of the file stays byte for byte.
/// </summary>
static class RosterSnils
{
    const string Wrong = "not-a-snils";
    const int KeyLength = 64;
    const int MostHeader = 1 << 16;
    static readonly char[] s_separators = [',', ';', '\t'];

    public static async Task<byte[]> Hide(byte[] zip, SnilsKeys keys, CancellationToken ct)
    {
        using var from = RosterArchive.Open(zip);
        if (!from.Has(RosterArchive.Users) || !Names(from)) return zip;
        var key = await keys.Current(ct);
        using var hidden = new MemoryStream(zip.Length);
        await using (var to = await ZipArchive.CreateAsync(hidden, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
            foreach (var (name, written) in from.Entries)
            {
                var entry = to.CreateEntry(name);
                entry.LastWriteTime = written;
                await using var target = await entry.OpenAsync(ct);
                await using var source = from.Read(name);
                if (name.Equals(RosterArchive.Users, StringComparison.OrdinalIgnoreCase)) Copy(source, target, key);
                else await source.CopyToAsync(target, ct);
            }

        return hidden.ToArray();
    }

    /// <returns>The hash that stands in the row; what stands there instead of one is a fault.</returns>
    public static string? Read(CsvRows rows, int column)
    {
        if (rows.Text(column, KeyLength) is not { } text) return null;
        if (text.Length == KeyLength && text.All(char.IsAsciiHexDigitLower)) return text;
        rows.Fault(column, "import.snils", null);
        return null;
    }

    static bool Names(RosterArchive from)
    {
        using var reader = new StreamReader(from.Read(RosterArchive.Users), Encoding.Latin1);
        var start = new char[MostHeader];
        var header = start.AsSpan(0, reader.ReadBlock(start));
        if (header.IndexOf('\n') is >= 0 and var end) header = header[..end];
        return header.IndexOf(RosterFormat.Snils.AsSpan()) >= 0 || header.IndexOf(RosterFormat.OtherSnils.AsSpan()) >= 0;
    }

    /// <summary>Cell by cell, in an encoding in which every byte is a character: what is not ours to read goes on as it came.</summary>
    static void Copy(Stream source, Stream target, SnilsKey key)
    {
        using var reader = new StreamReader(source, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, 1 << 16);
        using var writer = new StreamWriter(target, Encoding.Latin1, 1 << 16);
        var header = new StringBuilder();
        for (int read; (read = reader.Read()) >= 0;)
        {
            header.Append((char)read);
            if (read == '\n') break;
        }

        writer.Write(header);
        var separator = s_separators.MaxBy(c => header.ToString().Count(of => of == c));
        var names = header.ToString().Split(separator).Select(name => name.Trim().Trim('"')).ToList();
        int[] ours = [names.IndexOf(RosterFormat.Snils), names.IndexOf(RosterFormat.OtherSnils)];

        var (column, cell, quoted, before) = (0, new StringBuilder(), false, separator);
        for (int read; (read = reader.Read()) >= 0; before = (char)read)
        {
            var c = (char)read;
            // A quote opens a cell at its beginning alone; two of them within are one that is meant.
            if (c == '"') quoted = !quoted && (before == separator || before is '\n' or '\r' or '"');
            var ends = !quoted && (c == separator || c is '\n' or '\r');
            if (!ours.Contains(column))
            {
                writer.Write(c);
            }
            else if (!ends)
            {
                cell.Append(c);
            }
            else
            {
                Close();
                writer.Write(c);
            }

            if (ends) column = c == separator ? column + 1 : 0;
        }

        Close();

        void Close()
        {
            var text = cell.ToString().Trim().Trim('"').Trim();
            cell.Clear();
            if (text.Length > 0) writer.Write(Snils.Read(text) is { } digits ? key.Of(digits) : Wrong);
        }
    }
}
