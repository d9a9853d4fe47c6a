using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>One evaluation as the council sees it: every member's marks with their grounds, and the sums by criteria.</summary>
public static class GetCouncilEvaluation
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapGet("/evaluations/{evaluationId:guid}", async (Guid evaluationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(evaluationId), ct)))
            .Operation(nameof(GetCouncilEvaluation), Permission.CouncilRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <summary>Names and marks are for the council; the pair reads the sums by its program.</summary>
    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required Guid ProgramId { get; init; }
        public required string ProgramTitle { get; init; }
        public required int SchoolYear { get; init; }
        public required EvaluationStatus Status { get; init; }
        public required DateOnly DueOn { get; init; }
        public required string OpenedByName { get; init; }
        public required string? Conclusion { get; init; }
        public required string? Recommendation { get; init; }
        public required string? CancelReason { get; init; }

        /// <summary>The decision by which the council adopted the conclusion.</summary>
        public required string? DecisionText { get; init; }
        public required int Version { get; init; }

        /// <summary>The caller takes or took part in the program.</summary>
        public required bool TakesPart { get; init; }
        public required IReadOnlyList<Marked> Marks { get; init; } = [];
        public required IReadOnlyList<EvaluationMean> Criteria { get; init; } = [];

        /// <summary>What the caller may do with it now.</summary>
        public required IReadOnlyList<EvaluationStep> Steps { get; init; } = [];
    }

    /// <param name="Own">The caller's own mark.</param>
    public sealed record Marked(string PersonName, string Criterion, int Mark, string Ground, DateTime MarkedAt, bool Own);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Many(Sql, new { query.Id, caller.Scope.Person },
                async rows => await rows.ReadSingleOrDefaultAsync<Result>() is not { } one ? throw new NotFound() : one with
                {
                    Marks = [.. await rows.ReadAsync<Marked>()],
                    Criteria = [.. await rows.ReadAsync<EvaluationMean>()],
                }, ct);
            bool May(Permission permission) => caller.May(permission, found.OrganizationId);
            var (works, leads) = (May(Permission.CouncilWork), May(Permission.CouncilLead));
            return found with
            {
                Steps = [.. EvaluationLifecycle.Steps.From(found.Status)
                .Where(step => step == EvaluationStep.Mark ? works && !found.TakesPart : leads)]
            };
        }
    }

    const string Sql = """
        select e.id, e.organization_id, e.program_id, g.title program_title, e.school_year, e.status, e.due_on, e.opened_by_name, e.conclusion,
               e.recommendation, e.cancel_reason,
               d.text decision_text, e.version, exists (select from program_participant p where p.program_id = e.program_id
                   and p.person_id = @Person) takes_part
          from council_evaluation e join program g on g.id = e.program_id left join council_decision d on d.id = e.decision_id
         where e.id = @Id;

        select m.person_name, m.criterion_code criterion, m.mark, m.ground, m.marked_at, m.person_id = @Person own
          from council_evaluation_mark m where m.evaluation_id = @Id order by m.person_name, m.person_id, m.criterion_code;

        select criterion_code criterion, avg(mark)::float8 mean, count(*)::int marks from council_evaluation_mark where evaluation_id = @Id
               group by criterion_code order by 1;
        """;
}
