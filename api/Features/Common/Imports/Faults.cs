using System.Text;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// What is wrong in one row. Faults travel beside their row into the staging table as one text: field, code and value,
/// parted by separators that no value holds.
/// </summary>
sealed class Faults
{
    const char Between = '\u001e';
    const char Inside = '\u001f';
    const int LongestValue = 200;

    readonly StringBuilder _text = new();

    /// <summary>Null for nothing.</summary>
    public string? Text => _text.Length == 0 ? null : _text.ToString();

    public void Clear() => _text.Clear();

    public void Add(string field, string code, string? value)
    {
        if (_text.Length > 0) _text.Append(Between);
        _text.Append(field).Append(Inside).Append(code).Append(Inside);
        foreach (var character in (value ?? "").AsSpan(0, Math.Min(value?.Length ?? 0, LongestValue))) _text.Append(char.IsControl(character) ? ' '
            : character);
    }
}
