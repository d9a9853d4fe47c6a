using System.Globalization;
using System.Text;
using Mentoring.Api.Platform;
using Sylvan.Data.Csv;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Streams the rows of one CSV file of a roster, knows the line that each stands on, and collects what is wrong in it.
/// </summary>
sealed class CsvRows : IDisposable
{
    const int LargestRow = 1 << 20;

    readonly string _file;
    readonly CsvDataReader _reader;
    readonly int _standard;
    readonly int _width;
    readonly int _most;
    readonly Faults _faults = new();
    int _nextLine = 2;
    int _rows;

    CsvRows(string file, CsvDataReader reader, int standard, int most)
    {
        (_file, _reader, _standard, _most) = (file, reader, standard, most);
        _width = reader.FieldCount;
        while (_width > standard && string.IsNullOrWhiteSpace(reader.GetName(_width - 1))) _width--;
    }

    /// <summary>The line on which the row begins; the header is 1.</summary>
    public int Line { get; private set; }

    /// <summary>What is wrong in the row so far; null for nothing.</summary>
    public string? Faults => _faults.Text;

    /// <param name="columns">The standard's columns in its order; extension columns may follow.</param>
    /// <param name="most">Rows beyond these are not read: what is small in a zip can be endless out of it.</param>
    public static CsvRows Open(string file, Stream content, IReadOnlyList<string> columns, int most = ImportWork.MostRows) =>
        Open(file, content, [columns], most);

    /// <param name="layouts">Columns of the editions of the standard that are read; what is wrong is said of the nearest.</param>
    public static CsvRows Open(string file, Stream content, IReadOnlyList<string>[] layouts, int most = ImportWork.MostRows)
    {
        // Strict UTF-8, with or without a byte order mark: other encodings are named instead of being guessed.
        var text = new StreamReader(content, new UTF8Encoding(true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16);
        if (Guard(file, 1, text.Peek) < 0) throw Column(file, layouts[0], 0, null);
        // Sylvan.Data.Csv (1.4.4) takes a line that begins with "#" for a comment and passes over it: to the standard it is a row like any other.
        var options = new CsvDataReaderOptions { Comment = '\uffff', BufferSize = 1 << 16, MaxBufferSize = LargestRow };
        var reader = Guard(file, 1, () => CsvDataReader.Create(text, options));
        var (columns, known) = layouts.Select(layout => (Layout: layout, Known: Known(reader, layout)))
            .MaxBy(pair => pair.Known == pair.Layout.Count ? int.MaxValue : pair.Known);
        if (known == columns.Count) return new(file, reader, columns.Count, most);
        var name = known < reader.FieldCount ? reader.GetName(known) : null;
        throw name?.Contains('\0', StringComparison.Ordinal) == true ? Encoding(file) : Column(file, columns, known, name);
    }

    /// <returns>How many columns stand where the layout has them, before the first that does not.</returns>
    static int Known(CsvDataReader reader, IReadOnlyList<string> columns)
    {
        var i = 0;
        while (i < columns.Count && i < reader.FieldCount && reader.GetName(i).Trim() == columns[i]) i++;
        return i;
    }

    /// <returns>Where a column stands; -1 without it.</returns>
    public int At(string name)
    {
        for (var i = 0; i < _width; i++)
            if (_reader.GetName(i).Trim() == name) return i;
        return -1;
    }

    /// <summary>The next row that says anything: a blank line, or one of commas, as spreadsheets leave them, is no row.</summary>
    public bool Read()
    {
        do
        {
            _faults.Clear();
            if (!Guard(_file, _nextLine, _reader.Read)) return false;
            if (++_rows > _most) throw new BadInput("import.too-many-rows", ("file", _file), ("most", _most));
            Line = _nextLine;
            _nextLine += 1 + _reader.GetRawRecordSpan().TrimEnd("\r\n").Count('\n');
        }
        while (IsBlankFrom(0));
        if (_reader.RowFieldCount < _standard || !IsBlankFrom(_width))
            Fault("*", "import.field-count", _reader.RowFieldCount.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>Blank cells at the end are written by some programs and dropped by others; neither makes a row wrong.</summary>
    bool IsBlankFrom(int column)
    {
        for (var i = column; i < _reader.RowFieldCount; i++)
            if (!_reader.GetFieldSpan(i).IsWhiteSpace()) return false;
        return true;
    }

    /// <returns>The trimmed value, null when it is blank, absent or faulty.</returns>
    public string? Text(int column, int most, bool required = false)
    {
        var span = column < 0 || column >= _reader.RowFieldCount ? default : _reader.GetFieldSpan(column).Trim();
        if (span.IsEmpty)
        {
            if (required) Fault(column, "import.required", null);
            return null;
        }

        if (span.Length > most) Fault(column, "import.too-long", span[..Math.Min(span.Length, 200)].ToString());
        else if (span.IndexOfAnyInRange('\0', '\u001f') >= 0) Fault(column, "import.characters", null);
        else return CleanText.Of(span.ToString());
        return null;
    }

    /// <summary>A date as the standard writes it, <c>2026-09-01</c>.</summary>
    public DateOnly? Date(int column)
    {
        if (Text(column, 40) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1900 and < 2200) return date;
        Fault(column, "import.date", text);
        return null;
    }

    public bool? Flag(int column) => Text(column, 40)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "истина" => true,
        "false" or "ложь" => false,
        var other => Faulty(column, "import.flag", other),
    };

    public void Fault(int column, string code, string? value) => Fault(column < 0 ? "*" : _reader.GetName(column), code, value);

    public void Fault(string field, string code, string? value) => _faults.Add(field, code, value);

    public void Dispose() => _reader.Dispose();

    bool? Faulty(int column, string code, string value)
    {
        Fault(column, code, value);
        return null;
    }

    static T Guard<T>(string file, int line, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            throw Encoding(file);
        }
        catch (Exception damaged) when (damaged is CsvFormatException or CsvRecordTooLargeException or CsvMissingHeadersException or AmbiguousColumnException)
        {
            throw new BadInput("import.csv-damaged", ("file", file), ("line", line));
        }
        catch (InvalidDataException)
        {
            throw new BadInput("import.zip-damaged", ("file", file));
        }
    }

    static BadInput Column(string file, IReadOnlyList<string> columns, int at, string? found) =>
        new("import.columns", ("file", file), ("column", columns[at]), ("position", at + 1), ("found", string.IsNullOrEmpty(found) ? "—" : found));

    static BadInput Encoding(string file) => new("import.encoding", ("file", file));
}
