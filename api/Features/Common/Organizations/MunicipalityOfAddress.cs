using System.Text.Json;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>
/// In which municipality an organization stands: by its OKTMO, or by an address that names exactly one. Where two fit or
/// none does a person decides, so that nobody is counted in a place by a guess.
/// </summary>
sealed class MunicipalityOfAddress(IReadOnlyList<MunicipalityOfAddress.Municipality> known)
{
    public sealed record Municipality(string Code, string RegionCode, string NameRu);

    /// <param name="Words">The name without what kind of municipality it is.</param>
    /// <param name="IsCity">Called by its town, «город Тверь», rather than by a word that a kind follows, «Бологовский район».</param>
    sealed record Named(string Code, string[] Words, bool IsCity);

    static readonly HashSet<string> Kinds =
    [
        "город", "городской", "городского", "округ", "округа", "муниципальный", "муниципального", "муниципальное", "район", "района", "образование",
            "поселение",
        "сельское", "городское", "зато", "поселок", "село", "внутригородской", "внутригородское", "территория", "с", "внутригородским", "делением",
    ];

    static readonly HashSet<string> BeforeTown = ["г", "гор", "город", "го", "округ", "зато", "п", "пгт", "поселок", "с", "село"];
    static readonly HashSet<string> AfterDistrict = ["р", "район", "рн", "мр", "м", "муниципальный", "мо", "го", "г", "городской", "округ", "о"];

    readonly ILookup<string, Named> _byRegion = known.ToLookup(m => m.RegionCode, Parse);
    readonly HashSet<string> _codes = [.. known.Select(m => m.Code)];

    /// <returns>The municipality's code; null where it is not sure.</returns>
    public string? Of(string? region, string? oktmo, string? address) => region is null ? null : ByOktmo(region, oktmo) ?? ByAddress(region, address);

    /// <summary>A settlement's OKTMO begins with the five digits of its municipality.</summary>
    string? ByOktmo(string region, string? oktmo)
    {
        if (oktmo is null || oktmo.Length is not (8 or 11) || !oktmo.All(char.IsAsciiDigit)) return null;
        return Array.Find([oktmo[..8], $"{oktmo[..5]}000"], code => _codes.Contains(code) && _byRegion[region].Any(m => m.Code == code));
    }

    string? ByAddress(string region, string? address)
    {
        var words = SearchText.Normalize(address).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = _byRegion[region].Where(m => IsNamed(m, words)).Select(m => m.Code).Distinct().Take(2).ToList();
        return found is [var only] ? only : null;
    }

    static bool IsNamed(Named municipality, string[] address)
    {
        var length = municipality.Words.Length;
        for (var i = 0; length > 0 && i + length <= address.Length; i++)
        {
            if (!address.AsSpan(i, length).SequenceEqual(municipality.Words)) continue;
            var (before, after) = (i > 0 ? address[i - 1] : "", i + length < address.Length ? address[i + length] : "");
            if (municipality.IsCity ? BeforeTown.Contains(before) || after is "г" or "город" : AfterDistrict.Contains(after)
                || before is "район" or "округ") return true;
        }

        return false;
    }

    static Named Parse(Municipality municipality)
    {
        var words = SearchText.Normalize(municipality.NameRu).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // «Вышневолоцкий городской округ» has its kind behind it, «городской округ Самара» before it.
        return new(municipality.Code, [.. words.Where(word => !Kinds.Contains(word))], words is [var first, ..] && Kinds.Contains(first));
    }

    /// <summary>An OKTMO as exports write it: text or a number.</summary>
    public static string? Text(JsonElement? oktmo) => oktmo is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString().Trim()
        : null;
}
