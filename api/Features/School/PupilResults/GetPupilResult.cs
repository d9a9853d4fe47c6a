using Dapper;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>A figure with all that was corrected, withdrawn and undone: who, when and why.</summary>
public static class GetPupilResult
{
    public static void Map(RouteGroupBuilder results) =>
        results.MapGet("/{pupilResultId:guid}", async (Guid pupilResultId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(pupilResultId), ct)))
            .Operation(nameof(GetPupilResult), Permission.PupilResultRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="ToldByName">Who said the figures as they are.</param>
    /// <param name="WithdrawnAt">Since when it counts no longer.</param>
    /// <param name="MayChange">The caller may correct or withdraw it.</param>
    /// <param name="MayUndo">The caller may take back the last change.</param>
    /// <param name="History">The latest change first; the last hundred.</param>
    public sealed record Result(
        Guid Id, Guid OrganizationId, string OrganizationName, Guid PersonId, string PersonName, int SchoolYear, PupilResultKind Kind, string Subject,
        int Grade, AttainmentTerm? Term, string? Stage, PupilFigure Figure, bool IsSmall, DateTime ToldAt, string ToldByName, DateTime? WithdrawnAt,
        bool MayChange, bool MayUndo, IReadOnlyList<Change> History, int Version);

    /// <param name="Step">Corrected or withdrawn.</param>
    /// <param name="Before">What the figure was.</param>
    /// <param name="After">What it became; null where it was withdrawn.</param>
    /// <param name="UndoneAt">When the change was taken back; null while it holds.</param>
    public sealed record Change(
        Guid Id, PupilResultStep Step, PupilFigure Before, PupilFigure? After, string Reason, DateTime ChangedAt, string ChangedByName, DateTime? UndoneAt,
        string? UndoneByName);

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public required int SchoolYear { get; init; }
        public required PupilResultKind Kind { get; init; }
        public required string Subject { get; init; }
        public required int Grade { get; init; }
        public AttainmentTerm? Term { get; init; }
        public string? Stage { get; init; }
        public required int Pupils { get; init; }
        public required int Successful { get; init; }
        public int? Prizes { get; init; }
        public required DateOnly CountedOn { get; init; }
        public required DateTime ToldAt { get; init; }
        public required string ToldBy { get; init; }
        public required string ToldByName { get; init; }
        public DateTime? WithdrawnAt { get; init; }
        public required int Version { get; init; }
    }

    sealed record Past(
        Guid Id, PupilResultStep Step, int Pupils, int Successful, int? Prizes, DateOnly CountedOn, int? NewPupils, int? NewSuccessful, int? NewPrizes,
        DateOnly? NewCountedOn, string Reason, DateTime ChangedAt, string ChangedByName, DateTime? UndoneAt, string? UndoneByName)
    {
        public Change ToChange() => new(Id, Step, new(Pupils, Successful, CountedOn, Prizes),
            NewPupils is { } pupils ? new(pupils, NewSuccessful!.Value, NewCountedOn!.Value, NewPrizes) : null, Reason, ChangedAt, ChangedByName, UndoneAt,
            UndoneByName);
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (row, past) = await db.Many(Sql, new { query.Id },
                async read => ((await read.ReadAsync<Row>()).FirstOrDefault() ?? throw new NotFound(), (await read.ReadAsync<Past>()).AsList()), ct);
            var may = PupilResultRow.MayChange(caller, row.OrganizationId, row.PersonId, row.ToldBy);
            return new(row.Id, row.OrganizationId, row.OrganizationName, row.PersonId, row.PersonName, row.SchoolYear, row.Kind, row.Subject, row.Grade,
                row.Term, row.Stage, new(row.Pupils, row.Successful, row.CountedOn, row.Prizes), row.Pupils < PupilFigure.FewestShown, row.ToldAt,
                row.ToldByName, row.WithdrawnAt, may && row.WithdrawnAt is null, may && past.Exists(one => one.UndoneAt is null),
                [.. past.Select(one => one.ToChange())], row.Version);
        }
    }

    const string Sql = """
        select r.id, r.organization_id, o.name_short organization_name, r.person_id, r.person_name, r.school_year, r.kind, r.subject_code subject, r.grade,
               r.term, r.stage_code stage, r.pupils, r.successful, r.prizes, r.counted_on, r.told_at, r.told_by, r.told_by_name, r.withdrawn_at, r.version
          from pupil_result r join organization o on o.id = r.organization_id where r.id = @Id;
        select c.id, c.step, c.pupils, c.successful, c.prizes, c.counted_on, c.new_pupils, c.new_successful, c.new_prizes, c.new_counted_on, c.reason,
               c.changed_at, c.changed_by_name, c.undone_at, c.undone_by_name
          from pupil_result r join pupil_result_change c on c.region_code = r.region_code and c.result_id = r.id
         where r.id = @Id order by c.version desc limit 100
        """;
}
