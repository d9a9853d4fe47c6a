namespace Mentoring.Api.Features.Region.Resources;

/// <summary>What is told of a resource wherever it is shown.</summary>
public record ResourceFacts
{
    public required Guid Id { get; init; }

    /// <summary>Code of the dictionary `resource-kind`.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string About { get; init; }
    public required Guid BodyId { get; init; }
    public required string BodyName { get; init; }
    public required string RegionCode { get; init; }
    public required string RegionNameRu { get; init; }
    public required string Host { get; init; }

    /// <summary>Codes of the dictionary `competence-area`.</summary>
    public required string[] Areas { get; init; }

    /// <summary>Codes of the dictionary `sector`; for all where empty.</summary>
    public required string[] Sectors { get; init; }
    public required ResourceFormat Format { get; init; }
    public required bool IsOpen { get; init; }
    public required DateOnly? StartsOn { get; init; }
    public required DateOnly? EndsOn { get; init; }
    public required ResourceStatus Status { get; init; }
    public required int Version { get; init; }

    /// <summary>Of <c>resource r</c>, its body <c>b</c> and its region <c>t</c>.</summary>
    internal const string Columns = """
        r.id, r.kind_code kind, r.title, r.about, r.body_id, b.name_short body_name, r.region_code, t.name_ru region_name_ru, r.host, r.areas, r.sectors,
        r.format, r.is_open, r.starts_on, r.ends_on, r.status, r.version
        """;

    internal const string From = "from resource r join organization b on b.id = r.body_id join territory t on t.code = r.region_code";
}
