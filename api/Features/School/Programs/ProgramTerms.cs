using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// What a participant consents to (Labour Code, article 351.8): content, term, form and pay. Frozen when the program is
/// submitted; the hash is what the person signs, so that nobody is held to terms that were not shown.
/// </summary>
/// <param name="PayKopecks">Pay for mentoring over the term; null when none is set.</param>
public sealed record ProgramTerms(string Content, DateOnly StartsOn, DateOnly EndsOn, string FormCode, long? PayKopecks)
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One spelling for one meaning: members in the order of their names, no white space.</summary>
    public string Canonical => JsonSerializer.Serialize(
        new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["content"] = Content, ["endsOn"] = EndsOn, ["formCode"] = FormCode, ["payKopecks"] = PayKopecks, ["startsOn"] = StartsOn,
        }, Plain);

    /// <summary>SHA-256 of the canonical JSON in UTF-8, in lower-case hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Canonical)));
}
