using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Dictionaries;

/// <summary>Chapter: the lists that forms choose from, kept in dated versions.</summary>
public static class Dictionaries
{
    const string Prefix = "reference/dictionary.";

    /// <summary>Those that the product comes with.</summary>
    public static readonly IReadOnlySet<string> Known = typeof(Dictionaries).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..^".json".Length]).ToHashSet();

    public static void MapDictionaries(this RouteGroupBuilder api)
    {
        var dictionaries = api.MapGroup("/dictionaries/{dictionary}").Chapter("Dictionaries",
            "Forms, kinds, purposes, positions and competence areas, as versioned data.");
        ListDictionary.Map(dictionaries);
        AddDictionaryEntry.Map(dictionaries);
        ReviseDictionaryEntry.Map(dictionaries);
    }

    /// <returns>The name, if there is such a dictionary.</returns>
    public static string Find(string dictionary) => Known.Contains(dictionary) ? dictionary : throw new NotFound();

    /// <returns>The entry's own data as it is stored; an object, empty when there is none.</returns>
    public static string Data(JsonElement? data) => data is { ValueKind: not JsonValueKind.Null } given ? given.GetRawText() : "{}";

    public static bool IsData(JsonElement? data) =>
        data is null or { ValueKind: JsonValueKind.Object or JsonValueKind.Null } && Data(data).Length <= 4000;
}
