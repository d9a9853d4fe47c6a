namespace Mentoring.Api.Platform;

/// <summary>Patterns for <c>ilike</c> from what people type.</summary>
public static class Like
{
    /// <returns>A pattern that finds the text anywhere; null for nothing typed.</returns>
    public static string? Containing(string? typed) => string.IsNullOrWhiteSpace(typed)
        ? null
        : $"%{Escaped(typed.Trim())}%";

    static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
