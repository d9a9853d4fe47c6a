using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Since when a mentee has settled in.</summary>
/// <param name="PersonId">The mentee.</param>
/// <param name="AdaptedOn">The day that was said last.</param>
/// <param name="SaidByMentor">A mentor of the program says this day.</param>
/// <param name="SaidByMentee">The mentee says this day.</param>
/// <param name="IsAgreed">Both say it: it holds.</param>
/// <param name="Days">From the begin of the program.</param>
/// <param name="InPlan">Not after the last day of the program, as it was planned when this was said.</param>
public sealed record AdaptationState(
    Guid PersonId, DateOnly AdaptedOn, bool SaidByMentor, bool SaidByMentee, bool IsAgreed, int Days, bool InPlan, int Version);

sealed record AdaptationRow : IVersioned
{
    public required Guid PersonId { get; init; }
    public required DateOnly AdaptedOn { get; init; }
    public DateTime? MentorSaidAt { get; init; }
    public DateTime? MenteeSaidAt { get; init; }
    public required int Days { get; init; }
    public required bool InPlan { get; init; }
    public required int Version { get; init; }

    public AdaptationState State => new(PersonId, AdaptedOn, MentorSaidAt is not null, MenteeSaidAt is not null,
        MentorSaidAt is not null && MenteeSaidAt is not null, Days, InPlan, Version);

    public const string Sql = """
        select a.person_id, a.adapted_on, a.mentor_said_at, a.mentee_said_at, a.days, a.in_plan, a.version from adaptation a
        """;
}
