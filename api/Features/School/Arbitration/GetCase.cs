using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>All of one case, and what the caller may do now.</summary>
public static class GetCase
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapGet("/{caseId:guid}", async (Guid caseId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(caseId), ct)))
            .Operation(nameof(GetCase), Permission.CaseOpen);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Wish">What the complainant asks for.</param>
    /// <param name="Arbiters">Names of the members who hear it.</param>
    /// <param name="Measures">What has to be done after the decision.</param>
    /// <param name="AppealUntil">The last day for an appeal, where one is possible.</param>
    /// <param name="MaySpeak">The caller may add to it.</param>
    public sealed record Result(
        Guid Id, Guid OrganizationId, string OrganizationName, CaseKind Kind, CaseAbout About, CaseStatus Status, string Subject, string Statement,
            string Wish, string ComplainantName,
        IReadOnlyList<string> Arbiters, string? Decision, string? Measures, DateTime OpenedAt, DateTime? DecidedAt, DateTime? ClosedAt,
            DateOnly? AppealUntil, bool Own, bool Arbiter,
        bool MaySpeak, int Version, IReadOnlyList<Entry> Entries, IReadOnlyList<CaseStep> Steps);

    /// <param name="ByComplainant">Said by whoever brought the case.</param>
    public sealed record Entry(Guid Id, CaseEntryKind Kind, string AuthorName, bool ByComplainant, string Text, DateTime At);

    sealed record Row
    {
        public Guid Id { get; init; }
        public Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required string TimeZone { get; init; }
        public CaseKind Kind { get; init; }
        public CaseAbout About { get; init; }
        public CaseStatus Status { get; init; }
        public required string Subject { get; init; }
        public required string Statement { get; init; }
        public required string Wish { get; init; }
        public Guid ComplainantId { get; init; }
        public required string ComplainantName { get; init; }
        public Guid[] ArbiterIds { get; init; } = [];
        public string[] ArbiterNames { get; init; } = [];
        public string? Decision { get; init; }
        public string? Measures { get; init; }
        public DateTime OpenedAt { get; init; }
        public DateTime? DecidedAt { get; init; }
        public DateTime? ClosedAt { get; init; }
        public int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, query, async results =>
        {
            var row = await results.ReadSingleOrDefaultAsync<Row>() ?? throw new NotFound();
            var entries = (await results.ReadAsync<Entry>()).ToList();
            bool own = row.ComplainantId == caller.Person, arbiter = row.ArbiterIds.Contains(caller.Person);
            var leads = row.About != CaseAbout.CouncilChair && caller.May(Permission.CaseArbitrate, row.OrganizationId);
            var until = row.Status == CaseStatus.Decided ? CaseRow.AppealUntil(row.DecidedAt, row.TimeZone) : null;
            var mayAppeal = until is { } day && RegionTime.Today(row.TimeZone, time) <= day;
            return new Result(row.Id, row.OrganizationId, row.OrganizationName, row.Kind, row.About, row.Status, row.Subject, row.Statement, row.Wish,
                row.ComplainantName,
                row.ArbiterNames, row.Decision, row.Measures, row.OpenedAt, row.DecidedAt, row.ClosedAt, mayAppeal ? until : null, own, arbiter,
                (own || arbiter) && !CaseLifecycle.IsOver(row.Status), row.Version, entries, CaseLifecycle.For(row.Status, own, arbiter, leads, mayAppeal));
        }, ct);
    }

    const string Sql = """
        select c.id, c.organization_id, o.name_short organization_name, t.time_zone, c.kind, c.about, c.status, c.subject, c.statement, c.wish,
               c.complainant_id, c.complainant_name,
               c.arbiter_ids, c.arbiter_names, c.decision, c.measures, c.opened_at, c.decided_at, c.closed_at, c.version
          from arbitration_case c join organization o on o.id = c.organization_id join organization_zone t on t.place_id = c.organization_id
         where c.id = @Id;

        select e.id, e.kind, e.author_name, e.author_id = c.complainant_id by_complainant, e.text, e.at
          from arbitration_entry e join arbitration_case c on c.id = e.case_id where e.case_id = @Id order by e.position
        """;
}
