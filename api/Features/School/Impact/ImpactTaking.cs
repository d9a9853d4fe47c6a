using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>One of the two measures of a participant.</summary>
/// <param name="OpensOn">From which day it can be filled in.</param>
/// <param name="Status">Null where it was not begun.</param>
/// <param name="TakenOn">When it was sent last.</param>
/// <param name="Shared">Its author lets the pair and the school see the scores.</param>
/// <param name="Version">0 where it was not begun.</param>
public sealed record ImpactTaken(
    ImpactMoment Moment, DateOnly OpensOn, DateOnly DueOn, DateOnly ClosesOn, ImpactStatus? Status, DateOnly? TakenOn, bool Shared, int Version);

/// <summary>A participant's measures, and what changed where the reader may see both.</summary>
/// <param name="IsOwn">The caller's.</param>
/// <param name="Measures">Before and after.</param>
/// <param name="Changes">By scale; empty until both are there and open to the reader.</param>
public sealed record ImpactParticipant(
    Guid PersonId, string PersonName, ParticipantRole Role, bool IsOwn, IReadOnlyList<ImpactTaken> Measures, IReadOnlyList<ScaleChange> Changes);

/// <summary>A row for each participant and moment, scores only where the row policy opens them.</summary>
sealed record ImpactTaking
{
    public required Guid ProgramId { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required ParticipantRole Role { get; init; }
    public required ImpactMoment Moment { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateOnly ClosesOn { get; init; }
    public string? Status { get; init; }
    public DateOnly? TakenOn { get; init; }
    public required bool Shared { get; init; }
    public string? Scores { get; init; }
    public required int Version { get; init; }

    /// <summary>Of a participant who left before the end only what is the caller's own.</summary>
    public const string From = """
        from program p join program_participant i on i.region_code = p.region_code and i.program_id = p.id
               and (i.left_on is null or i.left_on >= local_day(p.finished_at, p.organization_id) or i.person_id = @Person::uuid)
         cross join lateral impact_windows(p) w
          left join impact_measure m on m.region_code = p.region_code and m.program_id = p.id and m.person_id = i.person_id and m.moment = w.moment
          left join impact_answer a on a.region_code = m.region_code and a.measure_id = m.id
        """;

    public const string Columns = """
        p.id program_id, i.person_id, i.person_name, i.role, w.moment, w.opens_on, w.due_on, w.closes_on, m.status, m.taken_on,
               coalesce(a.shared, false) shared, a.scores::text scores, coalesce(m.version, 0) "version"
        """;

    ImpactTaken Taken => new(Moment, OpensOn, DueOn, ClosesOn, Status is { } status ? Enum.Parse<ImpactStatus>(status) : null, TakenOn, Shared, Version);

    /// <param name="instruments">The latest edition of each role.</param>
    public static IReadOnlyList<ImpactParticipant> Participants(
        IEnumerable<ImpactTaking> rows, Guid? person, IReadOnlyDictionary<ParticipantRole, ImpactInstrument> instruments) =>
        [.. rows.GroupBy(row => row.PersonId).Select(of =>
        {
            var (first, both) = (of.First(), of.OrderBy(row => row.Moment).ToList());
            return new ImpactParticipant(first.PersonId, first.PersonName, first.Role, first.PersonId == person, [.. both.Select(row => row.Taken)],
                both is [{ Scores: { } before }, { Scores: { } after }] ? instruments[first.Role].Compare(Read(before), Read(after)) : []);
        }).OrderByDescending(one => one.IsOwn).ThenByDescending(one => one.Role).ThenBy(one => one.PersonName, StringComparer.Ordinal)];

    public static async Task<IReadOnlyDictionary<ParticipantRole, ImpactInstrument>> Instruments(Db db, CancellationToken ct) =>
        new Dictionary<ParticipantRole, ImpactInstrument>
        {
            [ParticipantRole.Mentee] = (await ImpactInstrument.Editions(ImpactSubject.Mentee, db, ct))[^1].Content,
            [ParticipantRole.Mentor] = (await ImpactInstrument.Editions(ImpactSubject.Mentor, db, ct))[^1].Content,
        };

    public static IReadOnlyDictionary<string, decimal> Read(string scores) => JsonSerializer.Deserialize<Dictionary<string, decimal>>(scores, Json.Options)!;
}
