using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>A meeting as lists show it.</summary>
/// <param name="Link">Of the video call.</param>
/// <param name="SeriesId">The recurring plan that it belongs to.</param>
/// <param name="CancelReason">Why it was called off or missed.</param>
/// <param name="CalledOffBy">Set when it went with its program or with a participant rather than being cancelled by somebody.</param>
/// <param name="Rests">Planned, while its program is paused: nobody is expected unless it is taken up again.</param>
/// <param name="Confirmations">Who will come, while it is planned; who says that it was held as recorded, afterwards.</param>
/// <param name="AwaitsConfirmation">The caller takes part and has not confirmed yet.</param>
/// <param name="Version">To be given with the next change.</param>
public sealed record MeetingItem(
    Guid Id, MeetingStatus Status, MeetingMode Mode, DateTime StartsAt, int DurationMinutes, string Topic, string? Place, string? Link, Guid? SeriesId,
    string? Summary, string? CancelReason, CalledOffBy? CalledOffBy, bool Rests,
    IReadOnlyList<AgendaItem> Agenda, IReadOnlyList<MeetingConfirmation> Confirmations, bool AwaitsConfirmation, int Version);

/// <summary>A topic of a meeting's agenda with the goal that it serves.</summary>
public sealed record AgendaItem(string Text, Guid? GoalId, string? Goal);

/// <summary>One person's confirmation.</summary>
public sealed record MeetingConfirmation(string Name, ParticipantRole Role);

/// <summary>A meeting as it is read, for lists that add what is theirs.</summary>
public record MeetingItemRow
{
    public Guid Id { get; init; }
    public MeetingStatus Status { get; init; }
    public MeetingMode Mode { get; init; }
    public DateTime StartsAt { get; init; }
    public int DurationMinutes { get; init; }
    public required string Topic { get; init; }
    public string? Place { get; init; }
    public string? Link { get; init; }
    public Guid? SeriesId { get; init; }
    public string? Summary { get; init; }
    public string? CancelReason { get; init; }
    public CalledOffBy? CalledOffBy { get; init; }
    public bool Rests { get; init; }
    public required string Agenda { get; init; }
    public required string Confirmations { get; init; }
    public bool AwaitsConfirmation { get; init; }
    public int Version { get; init; }

    public MeetingItem Item => new(
        Id, Status, Mode, StartsAt, DurationMinutes, Topic, Place, Link, SeriesId, Summary, CancelReason, CalledOffBy, Rests,
        JsonSerializer.Deserialize<List<AgendaItem>>(Agenda, Json.Options)!,
            JsonSerializer.Deserialize<List<MeetingConfirmation>>(Confirmations, Json.Options)!,
        AwaitsConfirmation, Version);

    /// <summary>Of the meeting row <c>m</c>, for the caller <c>@Caller</c>.</summary>
    public const string Columns = """
        m.id, m.status, m.mode, m.starts_at, m.duration_minutes, m.topic, m.place, m.link, m.series_id, m.summary, m.cancel_reason, m.called_off_by, m.version,
        (m.status = 'Planned' and exists (select from program p where p.id = m.program_id and p.status = 'Paused')) rests,
        (select coalesce(jsonb_agg(jsonb_build_object('text', t.text, 'goalId', t.goal_id, 'goal', g.goal) order by t.position), '[]')::text
           from meeting_topic t left join program_goal g on g.id = t.goal_id where t.meeting_id = m.id) agenda,
        (select coalesce(jsonb_agg(jsonb_build_object('name', i.person_name, 'role', i.role) order by c.confirmed_at), '[]')::text
           from meeting_confirmation c join program_participant i on i.program_id = c.program_id and i.person_id = c.person_id
          where c.meeting_id = m.id and c.starts_at = m.starts_at and c.about = case m.status when 'Planned' then 'Coming' else 'Held' end) confirmations,
        m.status in ('Planned', 'Held')
          and exists (select from program_participant i where i.program_id = m.program_id and i.person_id = @Caller::uuid and i.left_on is null)
          and not exists (select from meeting_confirmation c where c.meeting_id = m.id and c.person_id = @Caller::uuid and c.starts_at = m.starts_at
                             and c.about = case m.status when 'Planned' then 'Coming' else 'Held' end) awaits_confirmation
        """;
}
