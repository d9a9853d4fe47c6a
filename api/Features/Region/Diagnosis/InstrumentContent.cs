using System.Text.Json;
using System.Text.RegularExpressions;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>What an instrument asks and how levels come of it.</summary>
/// <param name="Rule">How the level of an area is made of its answered scales.</param>
/// <param name="Bands">Names of levels: the first from 0, each up to the next.</param>
/// <param name="Outside">Of one that is filled in elsewhere, which has neither scales nor items.</param>
public sealed partial record InstrumentContent(
    IReadOnlyList<InstrumentScale> Scales, IReadOnlyList<InstrumentItem> Items, InstrumentRule Rule, IReadOnlyList<InstrumentBand> Bands,
    OutsideMapping? Outside = null)
{
    const int MostItems = 200;
    const int MostChoices = 50;
    const int LongestWording = 1000;

    public static InstrumentContent Read(string json) => JsonSerializer.Deserialize<InstrumentContent>(json, Json.Options)!;

    public InstrumentForm Form() => Outside is null ? InstrumentForm.Asked : InstrumentForm.Outside;

    public string Write() => JsonSerializer.Serialize(this, Json.Options);

    public IEnumerable<string> Codes(InstrumentItem item) => item.Type switch
    {
        InstrumentItemType.Scale => Scales.First(scale => scale.Code == item.Scale).Levels.Select(level => level.Code),
        InstrumentItemType.Choice => item.Options!.Select(option => option.Code),
        _ => [],
    };

    /// <summary>The first thing that is wrong with it, with the place; null where it can be asked.</summary>
    public BadInput? Fault(IReadOnlyList<string> areas)
    {
        if (Bands is not [{ From: 0 }, ..] || Bands.Any(band => !Worded(band.Ru, band.En))
            || Bands.Zip(Bands.Skip(1)).Any(pair => pair.Second.From <= pair.First.From || pair.Second.From > 100)) return Wrong("instrument.bands", "bands");
        if (Outside is { } mapping) return Fault(mapping, areas);
        if (Scales.Count > MostChoices) return Wrong("instrument.scale", "scales");
        foreach (var (at, scale) in Scales.Index())
            if (!Code().IsMatch(scale.Code) || scale.Levels.Count is < 2 or > MostChoices
                || scale.Levels.DistinctBy(level => level.Code).Count() < scale.Levels.Count
                || scale.Levels.Any(level => level.Value is < 0 or > 100 || !Code().IsMatch(level.Code) || !Worded(level.Ru, level.En))
                || Scales.Take(at).Any(other => other.Code == scale.Code)) return Wrong("instrument.scale", $"scales/{at}");
        if (Items.Count is 0 or > MostItems) return Wrong("instrument.items", "items");
        foreach (var (at, item) in Items.Index())
            if (Fault(item, [.. Items.Take(at)], areas) is { } fault) return Wrong($"instrument.{fault}", $"items/{at}");
        var missing = areas.Where(area => !Items.Any(item => item is { Type: InstrumentItemType.Scale, Required: true, ShowIf: null } && item.Area == area));
        return missing.ToList() is { Count: > 0 } list
            ? new BadInput("instrument.areas-missing", ("areas", string.Join(", ", list))) { Pointer = "/content/items" }
            : null;
    }

    BadInput? Fault(OutsideMapping mapping, IReadOnlyList<string> areas)
    {
        if (Scales.Count + Items.Count > 0) return Wrong("instrument.outside-items", "items");
        if (mapping.Areas.Count is 0 or > OutsideMapping.MostAreas) return Wrong("instrument.outside-areas", "outside/areas");
        var known = new HashSet<string>();
        foreach (var (at, area) in mapping.Areas.Index())
        {
            var names = new[] { area.Code, area.Ru, area.En }.Select(SearchText.Normalize).Distinct().ToList();
            var fault = area.Code.Length > 60 || names.Contains("") || !Worded(area.Ru, area.En) || names.Any(known.Contains) ? "outside-code"
                : !areas.Contains(area.Area) ? "item-area" : !area.IsMeasured() ? "outside-scale" : null;
            if (fault is not null) return Wrong($"instrument.{fault}", $"outside/areas/{at}");
            known.UnionWith(names);
        }

        return null;
    }

    string? Fault(InstrumentItem item, IReadOnlyList<InstrumentItem> before, IReadOnlyList<string> areas) =>
        !Code().IsMatch(item.Code) || before.Any(other => other.Code == item.Code) ? "item-code"
        : !Worded(item.Ru, item.En) ? "item-words"
        : !areas.Contains(item.Area) ? "item-area"
        : item.Type == InstrumentItemType.Scale && Scales.All(scale => scale.Code != item.Scale) ? "item-scale"
        : item.Type == InstrumentItemType.Choice && (item.Options is not { Count: >= 2 and <= MostChoices } options
            || options.DistinctBy(option => option.Code).Count() < options.Count
            || options.Any(option => !Code().IsMatch(option.Code) || !Worded(option.Ru, option.En))) ? "item-options"
        : item.ShowIf is { } rule && (before.FirstOrDefault(other => other.Code == rule.Item) is not { Type: not InstrumentItemType.Text } earlier
            || rule.AnyOf.Count == 0 || rule.AnyOf.Except(Codes(earlier)).Any()) ? "item-branch"
        : null;

    static bool Worded(string ru, string en) =>
        !string.IsNullOrWhiteSpace(ru) && !string.IsNullOrWhiteSpace(en) && ru.Length <= LongestWording && en.Length <= LongestWording;

    static BadInput Wrong(string code, string at) => new(code) { Pointer = $"/content/{at}" };

    /// <summary>The areas that levels are told of: those of the dictionary that no other is under.</summary>
    public static Task<IReadOnlyList<string>> Areas(Db db, CancellationToken ct) => db.List<string>("""
        select d.code from dictionary_entry d
         where d.dictionary = 'competence-area' and d.valid_to is null
           and not exists (select from dictionary_entry u where u.dictionary = d.dictionary and u.valid_to is null and u.data ->> 'parent' = d.code)
         order by d.position, d.code
        """, null, ct);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$")]
    private static partial Regex Code();
}

/// <summary>How the level of an area comes of its scales: their mean, the highest or the lowest of them.</summary>
public enum InstrumentRule { Mean, Highest, Lowest }

public enum InstrumentItemType { Scale, Text, Choice }

public sealed record InstrumentScale(string Code, IReadOnlyList<InstrumentLevel> Levels);

/// <param name="Value">What it counts for: 0 to 100.</param>
/// <param name="Ru">In Russian.</param>
/// <param name="En">In English.</param>
public sealed record InstrumentLevel(string Code, int Value, string Ru, string En);

/// <param name="Area">Code of the dictionary `competence-area`, one that no other is under.</param>
/// <param name="Ru">The wording in Russian.</param>
/// <param name="En">The wording in English.</param>
/// <param name="Required">It has to be answered where it is shown.</param>
/// <param name="Scale">Code of the scale, for an item of that type.</param>
/// <param name="Options">Two or more, for a choice.</param>
/// <param name="ShowIf">Shown where an earlier item was answered so; always when absent.</param>
public sealed record InstrumentItem(
    string Code, string Area, InstrumentItemType Type, string Ru, string En, bool Required = false, string? Scale = null,
    IReadOnlyList<InstrumentOption>? Options = null, InstrumentBranch? ShowIf = null);

/// <param name="Ru">In Russian.</param>
/// <param name="En">In English.</param>
public sealed record InstrumentOption(string Code, string Ru, string En);

/// <param name="Item">Code of an earlier item.</param>
/// <param name="AnyOf">Codes of its levels or options.</param>
public sealed record InstrumentBranch(string Item, IReadOnlyList<string> AnyOf);

/// <param name="From">The level, 0 to 100, from which it is called so.</param>
/// <param name="Ru">In Russian.</param>
/// <param name="En">In English.</param>
public sealed record InstrumentBand(int From, string Ru, string En);
