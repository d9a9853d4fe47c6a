using System.Text.Json;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>A file of results as it is kept until it is decided: the columns that are known, insurance numbers by their keyed hash alone.</summary>
/// <param name="Headings">As the file calls its columns, for telling faults.</param>
sealed record OutsideFile(Guid InstrumentId, IReadOnlyDictionary<OutsideColumn, string> Headings, IReadOnlyList<OutsideFile.Row> Rows)
{
    const string WrongSnils = "-";

    public sealed record Row(int Line, IReadOnlyDictionary<OutsideColumn, string> Cells)
    {
        public string this[OutsideColumn column] => Cells.GetValueOrDefault(column, "");

        public bool HasWrongSnils() => this[OutsideColumn.Snils] == WrongSnils;
    }

    public static OutsideFile Read(byte[] kept) => JsonSerializer.Deserialize<OutsideFile>(kept, Json.Options)!;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json.Options);

    public static async Task<OutsideFile> Of(Guid instrument, byte[] content, SnilsKeys keys, CancellationToken ct)
    {
        var table = StaffSheet.Read(content)[0];
        var (headings, at) = OutsideColumns.Find(table);
        if (headings is null) throw new BadInput("diagnosis.import-columns");
        var key = at.ContainsKey(OutsideColumn.Snils) ? await keys.Current(ct) : null;
        var rows = table.Rows.Where(row => row.Line > headings.Line).Select(row => new Row(row.Line, at
            .Select(pair => (Column: pair.Key, Cell: StaffValues.Blank(row.At(pair.Value)))).Where(one => one.Cell.Length > 0)
            .ToDictionary(one => one.Column, one => one.Column == OutsideColumn.Snils ? Hidden(one.Cell, key!) : one.Cell))).ToList();
        if (rows.Count == 0) throw new BadInput("import.sheet-empty");
        return new(instrument, at.ToDictionary(pair => pair.Key, pair => headings.At(pair.Value)), rows);
    }

    static string Hidden(string cell, SnilsKey key) => Snils.Read(cell) is { } digits ? key.Of(digits) : WrongSnils;
}
