using System.Globalization;
using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>What a command holds of the caller's own measure in a program, begun or not yet.</summary>
sealed record ImpactRow : IVersioned
{
    public required Guid ProgramId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public required string TimeZone { get; init; }
    public required ParticipantRole Role { get; init; }
    public required ImpactMoment Moment { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateOnly ClosesOn { get; init; }
    public Guid? Id { get; init; }
    public string? StatusNow { get; init; }

    /// <summary>Of the one before, where it was begun: the one after asks the same.</summary>
    public int? Edition { get; init; }
    public DateOnly? TakenOn { get; init; }
    public string? Answers { get; init; }
    public string? Past { get; init; }
    public required bool Shared { get; init; }
    public required int Version { get; init; }

    public ImpactStatus Status => StatusNow is { } status ? Enum.Parse<ImpactStatus>(status) : ImpactStatus.Draft;

    public ImpactSubject Subject => Role == ParticipantRole.Mentee ? ImpactSubject.Mentee : ImpactSubject.Mentor;

    public IReadOnlyDictionary<string, int> Answered => Answers is null ? [] : JsonSerializer.Deserialize<Dictionary<string, int>>(Answers, Json.Options)!;

    public static Task<ImpactRow> Read(Db db, Caller caller, Guid program, ImpactMoment moment, CancellationToken ct) =>
        db.One<ImpactRow>(Sql, new { program, Moment = moment.ToString(), caller.Person }, ct);

    public static Task<ImpactRow> Lock(Db db, Caller caller, Guid program, ImpactMoment moment, int version, CancellationToken ct) =>
        db.Lock<ImpactRow>($"{Sql} for update of i", new { program, Moment = moment.ToString(), caller.Person }, version, ct);

    public void DemandOpen(TimeProvider time)
    {
        var today = RegionTime.Today(TimeZone, time);
        if (today < OpensOn) throw new RuleViolation("impact.not-open", ("day", OpensOn));
        if (today > ClosesOn) throw new RuleViolation("impact.closed", ("day", ClosesOn));
    }

    public async Task<(int Edition, ImpactInstrument Content)> Instrument(Db db, CancellationToken ct)
    {
        var editions = await ImpactInstrument.Editions(Subject, db, ct);
        return editions.FirstOrDefault(one => one.Edition == Edition) is { Content: not null } own ? own : editions[^1];
    }

    /// <summary>Writes what was sent down with its scores; what stood there before stays beside it.</summary>
    public Task Score(ImpactInstrument instrument, IReadOnlyDictionary<string, int> answers, bool keepsPast, Db db, TimeProvider time, CancellationToken ct)
    {
        var scores = instrument.Score(answers);
        var results = instrument.ResultsOf(scores).Select(one => one?.ToString(CultureInfo.InvariantCulture) ?? "null");
        return db.ExecuteOne(SaveScores, new
        {
            RegionCode, Id, Answers = Text(answers), Scores = Text(scores), Results = $"{{{string.Join(',', results)}}}", keepsPast,
            Now = time.GetUtcNow().UtcDateTime,
        }, ct);
    }

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Json.Options);

    const string Sql = """
        select p.id program_id, p.organization_id, p.region_code, z.time_zone, i.role, w.moment, w.opens_on, w.due_on, w.closes_on, m.id, m.status status_now,
               coalesce(m.edition, f.edition) edition, m.taken_on, a.answers::text answers, a.past::text past, coalesce(a.shared, false) shared,
               coalesce(m.version, 0) "version"
          from program p join program_participant i on i.region_code = p.region_code and i.program_id = p.id and i.person_id = @Person
          join organization_zone z on z.place_id = p.organization_id
         cross join lateral impact_windows(p) w
          left join impact_measure m on m.region_code = p.region_code and m.program_id = p.id and m.person_id = i.person_id and m.moment = w.moment
          left join impact_answer a on a.region_code = m.region_code and a.measure_id = m.id
          left join impact_measure f on f.region_code = p.region_code and f.program_id = p.id and f.person_id = i.person_id and f.moment = 'Before'
         where p.id = @program and w.moment = @Moment
        """;

    const string SaveScores = """
        update impact_answer set answers = @Answers::jsonb, scores = @Scores::jsonb, results = @Results::numeric(3,2)[],
               past = case when @keepsPast then past || jsonb_build_array(jsonb_build_object('at', @Now::timestamptz, 'answers', answers)) else past end
         where region_code = @RegionCode and measure_id = @Id
        """;
}
