using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Which tutors of a body are wanted: one question for the list and for its file.</summary>
/// <param name="Search">A part of the name.</param>
/// <param name="Zone">Code of the dictionary `competence-area`.</param>
/// <param name="Sector">Code of the dictionary `sector`.</param>
/// <param name="Free">True: those who have a free place and take new teachers today.</param>
/// <param name="Former">True: those who work here no longer, instead of the others.</param>
public record TutorsFilter(string? Search = null, string? Zone = null, string? Sector = null, bool? Free = null, bool? Former = null)
{
    internal object Args(Guid body, DateOnly today, string? name, Guid? id, int take) => new
    {
        Body = body, Today = today, Pattern = Like.Containing(Search), Zone, Sector, Free = Free == true, Former = Former == true, Name = name, Id = id,
        Take = take,
    };

    internal const string Sql = """
        select t.id, t.person_id, t.person_name, t.kind, t.zones, t.sectors, t.territories, t.capacity, t.accepts_new, t.starts_on, t.ends_on,
               t.end_reason, load.active, load.proposed, t.version
          from tutor t cross join lateral (
              select count(*) filter (where a.status = 'Active')::int active, count(*) filter (where a.status = 'Proposed')::int proposed
                from tutor_assignment a where a.body_id = t.body_id and a.tutor_id = t.person_id and a.status in ('Active', 'Proposed')) load
         where t.body_id = @Body and @Former = (t.ends_on is not null and t.ends_on <= @Today)
           and (@Pattern::text is null or t.person_name ilike @Pattern)
           and (@Zone::text is null or @Zone = any(t.zones)) and (@Sector::text is null or @Sector = any(t.sectors))
           and (not @Free or (t.accepts_new and t.starts_on <= @Today and load.active + load.proposed < t.capacity))
           and (@Id::uuid is null or (t.person_name, t.id) > (@Name, @Id))
         order by t.person_name, t.id
         limit @Take
        """;
}

/// <summary>A tutor with the load of today.</summary>
public sealed record TutorItem
{
    public required Guid Id { get; init; }

    /// <summary>The tutor as a person: who is proposed to teachers.</summary>
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required TutorKind Kind { get; init; }

    /// <summary>Codes of the dictionary `competence-area`.</summary>
    public required string[] Zones { get; init; } = [];

    /// <summary>Codes of the dictionary `sector`.</summary>
    public required string[] Sectors { get; init; } = [];

    /// <summary>Codes of municipalities; everywhere when empty.</summary>
    public required string[] Territories { get; init; } = [];

    /// <summary>Teachers at one time.</summary>
    public required int Capacity { get; init; }
    /// <summary>New teachers are offered this tutor.</summary>
    public required bool AcceptsNew { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>The first day on which the tutor works no longer; null without an end.</summary>
    public required DateOnly? EndsOn { get; init; }
    public required string? EndReason { get; init; }

    /// <summary>Teachers whom the tutor accompanies today.</summary>
    public required int Active { get; init; }

    /// <summary>Teachers to whom the tutor is offered and who have not answered; each keeps a place.</summary>
    public required int Proposed { get; init; }
    public required int Version { get; init; }
}
