using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>What the council concluded on a program, for its pair and whoever reads it: sums by criteria, never whose marks they are.</summary>
public static class ListProgramEvaluations
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/programs/{programId:guid}/council-evaluations", async (Guid programId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(programId), ct)))
            .WithTags("Councils")
            .Operation(nameof(ListProgramEvaluations), Permission.ProgramRead);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required int SchoolYear { get; init; }
        public required string Conclusion { get; init; }
        public required string Recommendation { get; init; }
        public required DateTime FinishedAt { get; init; }

        /// <summary>How many members have marked it.</summary>
        public required int Members { get; init; }
        public required IReadOnlyList<EvaluationMean> Criteria { get; init; } = [];
    }

    sealed record Mean(Guid Evaluation, string Criterion, double Value, int Marks);

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.Many<IReadOnlyList<Item>>(Sql, query, async rows =>
        {
            if (await rows.ReadSingleOrDefaultAsync<Guid?>() is null) throw new NotFound();
            var items = await rows.ReadAsync<Item>();
            var means = (await rows.ReadAsync<Mean>()).ToLookup(mean => mean.Evaluation);
            return [.. items.Select(item => item with { Criteria = [.. means[item.Id].Select(mean =>
                new EvaluationMean(mean.Criterion, mean.Value, mean.Marks))] })];
        }, ct);
    }

    const string Sql = """
        select id from program where id = @Id;

        select e.id, e.school_year, e.conclusion, e.recommendation, e.finished_at,
               (select count(distinct m.person_id)::int from council_evaluation_mark m where m.evaluation_id = e.id) members
          from council_evaluation e where e.program_id = @Id and e.status = 'Concluded' order by e.finished_at desc;

        select m.evaluation_id evaluation, m.criterion_code criterion, avg(m.mark)::float8 "value", count(*)::int marks
          from council_evaluation_mark m join council_evaluation e on e.id = m.evaluation_id
         where e.program_id = @Id and e.status = 'Concluded' group by 1, 2 order by 1, 2;
        """;
}
