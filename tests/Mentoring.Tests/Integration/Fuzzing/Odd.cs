using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Tests.Integration.Fuzzing;

/// <summary>What careless programs, hurried people and curious strangers send.</summary>
static class Odd
{
    const string NoId = "00000000-0000-0000-0000-000000000000";

    static readonly string[] Numbers = Words("0 -1 0.5 -0 13 2026 9999 10000 2147483647 2147483648 -2147483648 9223372036854775807 1e400 1e-400");

    static readonly string[] Lists = Words("""[] [null] [null,null] [[]] [""] [{}] [0]""");

    static readonly string[] Shapes =
        [.. Words("""{} {"a":null} {"a":1e999} {"b":"\ud800"} {"\u0001":["\u000b"]} {"\udc00":1}"""), $"{new string('[', 70)}{new string(']', 70)}"];

    static readonly string[] Days = Words("""
        "0001-01-01" "9999-12-31" "9999-01-01" "1899-12-31" "2199-12-31" "2026-02-30" "2024-02-29"
        "9999-12-31T23:59:59Z" "0001-01-01T00:00:00+14:00" "2199-12-31T23:59:59-14:00" "2026-11-29T10:00:00+03:00"
        """);

    static readonly string[] Texts =
    [
        .. Words("""
            "" "\u0000" "\ud800" "\udc00\ud800" "\u000b\u000c\u0001" "\ufffe\uffff" "и\u0306" "\r\n\t" "😀" "%" "'" "=1+1"
            "Curator" "2026/27" "FREQ=DAILY;UNTIL=99991231" "not-a-uuid"
            """),
        "\" \"", $"\"{NoId}\"", .. ((int[])[301, 4001, 20_001]).Select(length => $"\"{new string('я', length)}\""),
    ];

    static readonly string[] Json = [.. Words("null true false"), .. Numbers, .. Lists, .. Shapes, .. Days, .. Texts];

    static readonly string[] DaysOfAddresses =
        Words("9999-12-31 0001-01-01 1899-12-31 2026-02-30 2026-13 9999-12 9999-12-31T23:59:59Z 0001-01-01T00:00:00%2B14:00 2199-12-31T23:59:59-14:00");

    static readonly string[] NumbersOfAddresses = Words("0 -1 1 13 200 201 2100 2147483647 2147483648 -2147483648 1e9");

    static readonly string[] TextsOfAddresses =
    [
        .. Words("%20 %0B%01 %EF%BF%BE %ED%A0%80 %FF %25 _ %27 %5C %F0%9F%98%80 %D0%B8%CC%86 %5B%5D a%2Fb 2026%2F27 RU RU-XXX true null None not-a-uuid"),
        NoId, new string('x', 1500),
    ];

    /// <summary>As it stands in the text of a JSON body: mostly of the kind of what it is put in the place of.</summary>
    public static string InBody(JsonNode? plain, Random random)
    {
        var fitting = plain switch
        {
            JsonArray => Lists,
            JsonObject => Shapes,
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => Numbers,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => IsDay(value.ToString()) ? Days : Texts,
            _ => Json,
        };
        return random.GetItems(random.Next(3) > 0 ? fitting : Json, 1)[0];
    }

    /// <summary>As it stands in an address. Servers refuse a null in the path themselves.</summary>
    public static string InAddress(string plain, bool inPath, Random random)
    {
        var fitting = IsDay(plain) ? DaysOfAddresses : plain.Length > 0 && plain.All(char.IsAsciiDigit) ? NumbersOfAddresses : TextsOfAddresses;
        string[] all = [.. DaysOfAddresses, .. NumbersOfAddresses, .. TextsOfAddresses, .. inPath ? Array.Empty<string>() : ["%00"]];
        return random.GetItems(random.Next(3) > 0 ? fitting : all, 1)[0];
    }

    static bool IsDay(string text) => text.Length >= 10 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0]);

    public static readonly string[] ContentTypes =
    [
        .. Words("text/plain application/xml multipart/form-data application/x-www-form-urlencoded application/problem+json nonsense"),
        "multipart/form-data; boundary=x", "",
        .. Words("utf-7 koi8-r none-such utf-16 \"UTF-8\"").Append("").Select(charset => $"application/json; charset={charset}"),
    ];

    public static readonly string[] Accepts = Words("text/calendar text/csv image/png application/xml */* application/json;q=0 text/html nonsense");

    public static readonly string[] Bodies =
        [.. Words("""{ null [] "text" 0 {} {"a":} title=x&size=1"""), "", "\u00A0", string.Concat(Enumerable.Repeat("{\"a\":", 200))];

    public static readonly (string Name, string Value)[] Headers =
    [
        ("Idempotency-Key", "one"), ("Idempotency-Key", "two"), ("Idempotency-Key", new string('k', 101)), ("Idempotency-Key", "ключ"),
        ("If-None-Match", "*"), ("If-None-Match", "nonsense"), ("If-None-Match", "\"a\", W/\"b\""),
        ("Mentoring-Assignment", "nonsense"), ("Mentoring-Assignment", NoId),
        ("Accept-Language", "en-US,xx;q=2,*"), ("Accept-Language", new string('e', 300)),
        ("Origin", "https://elsewhere.example"), ("Content-Encoding", "gzip"), ("Range", "bytes=9-1"), ("X-Forwarded-Host", "elsewhere.example"),
        ("Last-Event-ID", "nonsense"),
    ];

    static string[] Words(string text) => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
