using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mentoring.Api.Platform;

/// <summary>Turns the names that validators and the JSON reader use into JSON pointers (RFC 6901).</summary>
public static partial class Pointers
{
    /// <summary><c>Goals[0].DueOn</c> is <c>/goals/0/dueOn</c>. The command's own body is the document.</summary>
    public static string Of(string property)
    {
        var parts = Index().Replace(property, ".$1").Split('.', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select(part => "/" + JsonNamingPolicy.CamelCase.ConvertName(part)));
    }

    /// <summary><c>$.goals[0].dueOn</c> is <c>/goals/0/dueOn</c>.</summary>
    public static string OfJsonPath(string? path) => Of((path ?? "").TrimStart('$').TrimStart('.'));

    /// <summary>The members that the JSON reader missed; it names them only in its message.</summary>
    public static IReadOnlyList<string> Missing(string message) =>
        message.Split("required properties including:") is [_, var names] ? [.. Quoted().Matches(names).Select(m => m.Groups[1].Value)] : [];

    /// <summary>The parameter of the address that could not be read, or is missing; the framework names it only in its message.</summary>
    public static (string Pointer, bool IsMissing)? Parameter(string message) =>
        Bound().Match(message) is { Success: true } match ? (Of(match.Groups["name"].Value), match.Groups["missing"].Success) : null;

    [GeneratedRegex("""^(Failed to bind|(?<missing>Required)) parameter "(\S+ )*(?<name>\w+)" (from|was not provided from (query|header))""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Bound();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Index();
}
