using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Mentoring.Migrations.Code;

/// <summary>A view, function, policy or trigger: what it is called and the statement that makes it, also where an older one stands.</summary>
/// <param name="Identity">As `comment on` takes it: `function local_day(at timestamptz)`, `trigger a on b`.</param>
public sealed partial record Definition(string Identity, string Sql)
{
    /// <summary>Kept as the object's comment: whoever drops the object drops it too.</summary>
    public string Mark => $"{Prefix}{Identity} {Hash}";

    public const string Prefix = "code: ";

    public string Kind => Identity[..Identity.IndexOf(' ', StringComparison.Ordinal)];

    string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)))[..16];

    /// <summary>Of all SQL files beside this one.</summary>
    public static IEnumerable<Definition> OfFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var definition in Of(reader.ReadToEnd())) yield return definition;
        }
    }

    /// <summary>Each reaches from its `create or replace` at a line's beginning to the next, with what follows it of grants.</summary>
    public static IEnumerable<Definition> Of(string sql) =>
        Statements().Matches(sql.ReplaceLineEndings("\n")).Select(match => match.Value.TrimEnd()).Select(text => new Definition(IdentityOf(text), text));

    static string IdentityOf(string text)
    {
        var named = Named().Match(text);
        if (!named.Success) throw new ArgumentException($"no view, function or trigger: {text[..Math.Min(80, text.Length)]}", nameof(text));
        return named.Groups["table"] is { Success: true, Value: var table } ? $"trigger {named.Groups["trigger"].Value} on {table}"
            : named.Groups["view"] is { Success: true, Value: var view } ? $"view {view}"
            : $"function {Defaults().Replace(named.Groups["function"].Value, "")}";
    }

    [GeneratedRegex(
        @"^create or replace .+?(?=^(--[^\n]*\n)*create or replace |\z)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Statements();

    [GeneratedRegex(
        @"^create or replace (view (?<view>\w+)|function (?<function>[\w.]+\([^()]*\))|trigger (?<trigger>\w+) .+? on (?<table>[\w.]+)\s)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(" default [^,)]+")]
    private static partial Regex Defaults();
}
