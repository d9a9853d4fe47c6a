using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mentoring.Api.Platform;

/// <summary>
/// What the contract says of each operation: the summary of its slice, which the compiler writes beside the assembly. Up to
/// the first full stop or semicolon it is the operation's summary, then its description.
/// </summary>
static partial class ContractTexts
{
    static readonly Lazy<IReadOnlyDictionary<string, string>> Slices = new(Read);

    public static (string Summary, string? Description) Of(string operation)
    {
        var parts = FirstSentence().Match(Slices.Value[operation]);
        var rest = parts.Groups["rest"].Value;
        return (parts.Groups["first"].Value, rest.Length == 0 ? null : char.ToUpperInvariant(rest[0]) + rest[1..]);
    }

    /// <summary>By the name of the class: nested shapes have names that are no operation's.</summary>
    static Dictionary<string, string> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, Assembly.GetExecutingAssembly().GetName().Name + ".xml");
        return (from member in XDocument.Load(file).Descendants("member")
                let name = member.Attribute("name")!.Value
                where name.StartsWith("T:Mentoring.Api.Features.", StringComparison.Ordinal)
                from summary in member.Elements("summary")
                group summary by Last(name)).ToDictionary(same => same.Key, same => Text(same.First()));
    }

    static string Text(XElement summary) => Blanks().Replace(string.Concat(summary.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement named when (named.Attribute("cref") ?? named.Attribute("name")) is { } of => Last(of.Value),
        XElement other => other.Value,
        _ => "",
    })), " ").Trim();

    static string Last(string name) => name[(name.LastIndexOfAny(['.', ':']) + 1)..];

    [GeneratedRegex(@"^(?<first>.*?)(?:[.;](?:\s+(?<rest>.*))?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
