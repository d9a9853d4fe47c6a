namespace Mentoring.Api.Platform;

/// <summary>Lines of a table that people open in a spreadsheet: quoted as RFC 4180 says.</summary>
public static class Csv
{
    public static string Line(params string?[] fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    // What somebody typed must not run as a formula where the file is opened.
    static string Field(string? text) => $"\"{(text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "")}{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
