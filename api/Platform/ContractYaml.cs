using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Mentoring.Api.Platform;

/// <summary>
/// The contract as YAML that all readers understand alike: those of YAML 1.1 take <c>yes</c> and <c>off</c> for truth values,
/// and the library's writer leaves them bare.
/// </summary>
public static partial class ContractYaml
{
    public static async Task<string> Of(OpenApiDocument document, CancellationToken ct) =>
        Quoted(await document.SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1, ct));

    /// <summary>Names and values, in lists too.</summary>
    public static string Quoted(string yaml) => Truth().Replace(yaml, "${before}'${word}'");

    [GeneratedRegex("^(?<before> *(?:- )?(?:[^ :]+: )?)(?<word>y|n|yes|no|on|off)(?=$|:$|: )", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Truth();
}
