using System.Text.Json;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>A file of results as it is kept until it is decided: the columns that are known, insurance numbers by their keyed hash alone.</summary>
/// <param name="Headings">As the file calls its columns, for telling faults.</param>
sealed record PupilFile(IReadOnlyDictionary<PupilColumn, string> Headings, IReadOnlyList<PupilFile.Row> Rows)
{
    const string WrongSnils = "-";

    public sealed record Row(int Line, IReadOnlyDictionary<PupilColumn, string> Cells)
    {
        public string this[PupilColumn column] => Cells.GetValueOrDefault(column, "");

        public bool HasWrongSnils() => this[PupilColumn.Snils] == WrongSnils;
    }

    public static PupilFile Read(byte[] kept) => JsonSerializer.Deserialize<PupilFile>(kept, Json.Options)!;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json.Options);

    public static async Task<PupilFile> Of(byte[] content, SnilsKeys keys, CancellationToken ct)
    {
        var table = StaffSheet.Read(content)[0];
        var (headings, at) = PupilColumns.Find(table);
        if (headings is null) throw new BadInput("pupil-results.import-columns");
        var key = at.ContainsKey(PupilColumn.Snils) ? await keys.Current(ct) : null;
        var rows = table.Rows.Where(row => row.Line > headings.Line).Select(row => new Row(row.Line, at
            .Select(pair => (Column: pair.Key, Cell: StaffValues.Blank(row.At(pair.Value)))).Where(one => one.Cell.Length > 0)
            .ToDictionary(one => one.Column, one => one.Column == PupilColumn.Snils ? Hidden(one.Cell, key!) : one.Cell))).ToList();
        if (rows.Count == 0) throw new BadInput("import.sheet-empty");
        return new(at.ToDictionary(pair => pair.Key, pair => headings.At(pair.Value)), rows);
    }

    static string Hidden(string cell, SnilsKey key) => Snils.Read(cell) is { } digits ? key.Of(digits) : WrongSnils;
}
