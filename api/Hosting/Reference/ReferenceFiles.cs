using System.Reflection;
using System.Text.Json;

namespace Mentoring.Api.Hosting.Reference;

/// <summary>The shipped files as rows. Each file has one subject and one entry a line, so that people can review a change.</summary>
public static class ReferenceFiles
{
    const string Folder = "reference/";

    public sealed record TerritoryRow(string Code, string? Parent, string Level, string NameRu, string NameEn, string? TimeZone = null,
        string? SubjectCode = null);

    public sealed record EntryRow(string Dictionary, string Code, string NameRu, string NameEn, string? Source, JsonElement? Data, int Position);

    /// <summary>A day on which the production calendar departs from the week of five days.</summary>
    public sealed record CalendarRow(DateOnly Day, bool IsWorking, string Name, string Source, bool IsShortened = false);

    /// <summary>A year whose decree on the days off is published.</summary>
    public sealed record YearRow(int Year, string Decree);

    /// <summary>A day off in one region alone, by its own law.</summary>
    public sealed record RegionalRow(string Region, DateOnly Day, string Name, string Source);

    /// <summary>An instrument of diagnosis of the federation.</summary>
    public sealed record InstrumentRow(string Code, int Edition, string Kind, string NameRu, string NameEn, JsonElement Content);

    /// <summary>An edition of what participants and schools are asked before and after.</summary>
    public sealed record ImpactRow(string Subject, int Edition, string NameRu, string NameEn, JsonElement Content);

    sealed record Grid(District[] FederalDistricts, Region[] Regions);

    sealed record District(string Code, string NameRu, string NameEn);

    sealed record Region(string Iso, string NameRu, string NameEn, string SubjectCode, string FederalDistrict);

    sealed record Municipality(string Oktmo, string Region, string NameRu, string NameEn);

    /// <param name="Oktmo">The first five digits of their codes.</param>
    /// <param name="Municipalities">By the district's name where no code is known or it has changed: a district that becomes an okrug gets another.</param>
    sealed record OwnZone(string Region, string TimeZone, string[] Oktmo, string[] Municipalities);

    sealed record Dictionary(string Code, Entry[] Entries);

    sealed record Entry(string Code, string NameRu, string NameEn, string? Source = null, JsonElement? Data = null);

    /// <returns>From the federation down, so that every row finds the one above it.</returns>
    public static IReadOnlyList<TerritoryRow> Territories()
    {
        var grid = Read<Grid>("ru-tilegrid.json");
        var zones = Read<Dictionary<string, string[]>>("time-zones.json")
            .SelectMany(zone => zone.Value.Select(region => (region, zone.Key)))
            .ToDictionary(pair => pair.region, pair => pair.Key);
        return
        [
            new("RU", null, "Federation", "Российская Федерация", "Russian Federation"),
            .. grid.FederalDistricts.Select(d => new TerritoryRow(d.Code, "RU", "FederalDistrict", d.NameRu, d.NameEn)),
            .. grid.Regions.Select(r => new TerritoryRow(r.Iso, r.FederalDistrict, "Region", r.NameRu, r.NameEn, zones[r.Iso], r.SubjectCode)),
            .. Read<Municipality[]>("municipalities.json").Select(m =>
                new TerritoryRow(m.Oktmo, m.Region, "Municipality", m.NameRu, m.NameEn, ZoneOf(m.Region, m.Oktmo, m.NameRu))),
        ];
    }

    static readonly Lazy<OwnZone[]> OwnZones = new(() => Read<OwnZone[]>("municipal-time-zones.json"));

    /// <summary>
    /// The zone of a municipality that keeps another time than its region (federal law of 03.06.2011 № 107-ФЗ, article 5); else
    /// null. Its OKTMO code tells it, and where that is of no district in the list, its name. The codes were checked by the addresses
    /// of the districts' courts, resolved in the state address register (github.com/AlexanderKuzikov/CourtOktmo at 1d3f4492, regions
    /// 14 and 65).
    /// </summary>
    public static string? ZoneOf(string region, string oktmo, string nameRu)
    {
        var zones = OwnZones.Value.Where(zone => zone.Region == region).ToList();
        return (zones.Find(zone => zone.Oktmo.Any(code => oktmo.StartsWith(code, StringComparison.Ordinal)))
            ?? zones.Find(zone => nameRu.Split(' ').Intersect(zone.Municipalities).Any()))?.TimeZone;
    }

    public static IReadOnlyList<EntryRow> Entries() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder + "dictionary.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => Read<Dictionary>(name[Folder.Length..]))
            .SelectMany(d => d.Entries.Select((e, at) => new EntryRow(d.Code, e.Code, e.NameRu, e.NameEn, e.Source, e.Data, at))),
    ];

    public static IReadOnlyList<CalendarRow> CalendarDays() => Read<CalendarRow[]>("production-calendar.json");

    public static IReadOnlyList<YearRow> CalendarYears() => Read<YearRow[]>("production-years.json");

    public static IReadOnlyList<RegionalRow> RegionalHolidays() => Read<RegionalRow[]>("regional-holidays.json");

    public static IReadOnlyList<InstrumentRow> Instruments() => Read<InstrumentRow[]>("instruments.json");

    public static IReadOnlyList<ImpactRow> ImpactInstruments() => Read<ImpactRow[]>("impact-instruments.json");

    static T Read<T>(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + file)
            ?? throw new InvalidOperationException($"{file} is not among the resources.");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
