namespace Mentoring.Api.Features.School.Offers;

/// <summary>What an offer tells wherever it is shown.</summary>
public record OfferFacts
{
    public required Guid Id { get; init; }

    /// <summary>Of the mentor.</summary>
    public required string MentorName { get; init; }

    /// <summary>Where the mentor works.</summary>
    public required Guid OrganizationId { get; init; }
    public required string OrganizationName { get; init; }

    /// <summary>Where that organization stands.</summary>
    public required string TerritoryNameRu { get; init; }
    public required string RegionNameRu { get; init; }
    public required OfferScope Scope { get; init; }

    /// <summary>Codes of the dictionary `competence-area`.</summary>
    public required string[] Areas { get; init; }

    /// <summary>Codes of the dictionary `mentoring-form`; any where empty.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Codes of the dictionary `mentoring-kind`; any where empty.</summary>
    public required string[] Kinds { get; init; }

    /// <summary>One can work together at a distance.</summary>
    public required bool Remote { get; init; }
    public required string Words { get; init; }

    /// <summary>How many mentees the mentor takes by it.</summary>
    public required int Places { get; init; }

    /// <summary>Places that the mentor has given on it.</summary>
    public required int Taken { get; init; }

    /// <summary>The first day on which it holds no longer.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Of <c>mentor_offer o</c>, its school <c>s</c>, that school's territory <c>t</c> and its region <c>g</c>.</summary>
    internal const string Columns = """
        o.id, o.mentor_name, o.organization_id, s.name_short organization_name, t.name_ru territory_name_ru, g.name_ru region_name_ru, o.scope, o.areas,
        o.forms, o.kinds, o.remote, o.words, o.places, o.taken, o.ends_on
        """;

    internal const string From = """
        from mentor_offer o join organization s on s.id = o.organization_id join territory t on t.code = s.territory_code
          join territory g on g.code = o.region_code
        """;
}

/// <summary>An offer as the mentor and the mentor's school see it, with what became of it.</summary>
public record OfferStanding : OfferFacts
{
    public required OfferStatus Status { get; init; }
    public required DateTime ProposedAt { get; init; }

    /// <summary>When the school decided on it.</summary>
    public required DateTime? DecidedAt { get; init; }

    /// <summary>Who decided for the school.</summary>
    public required string? DecidedByName { get; init; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public required string? Reason { get; init; }
    public required int Version { get; init; }

    internal const string More = "o.status, o.proposed_at, o.decided_at, o.decided_by_name, o.reason, o.version";
}
