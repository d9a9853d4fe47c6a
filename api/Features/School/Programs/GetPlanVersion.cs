using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>One version of a plan, and what it changed against another one.</summary>
public static class GetPlanVersion
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/{programId:guid}/plan-versions/{number:int}",
            async (Guid programId, int number, int? against, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(programId, number, against), ct)))
            .Operation(nameof(GetPlanVersion), Permission.ProgramRead);

    /// <param name="Against">The version to compare with; the one before when absent.</param>
    public sealed record Query(Guid Id, int Number, int? Against) : IQuery<Result>;

    /// <param name="Against">The version compared with; null for the first.</param>
    /// <param name="People">Names of everybody whom the two versions name.</param>
    public sealed record Result(int Number, int? Against, PlanSnapshot Plan, IReadOnlyList<PlanChange> Changes, IReadOnlyList<Person> People);

    public sealed record Person(Guid PersonId, string Name);

    sealed record Kept(int Number, string Plan);

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (kept, people) = await db.Many(Sql, new { query.Id, query.Number, Against = query.Against ?? query.Number - 1 },
                async rows => ((await rows.ReadAsync<Kept>()).ToDictionary(v => v.Number), (await rows.ReadAsync<Person>()).ToList()), ct);
            if (!kept.TryGetValue(query.Number, out var version)) throw new NotFound();
            var against = query.Against ?? (query.Number > 1 ? query.Number - 1 : null);
            if (against is { } number && !kept.ContainsKey(number)) throw new NotFound();

            var plan = Read(version);
            return new(version.Number, against, plan, against is { } other ? PlanDiff.Between(Read(kept[other]), plan) : [], people);
        }

        static PlanSnapshot Read(Kept version) => System.Text.Json.JsonSerializer.Deserialize<PlanSnapshot>(version.Plan, Json.Options)!;
    }

    const string Sql = """
        select number, plan::text plan from program_version where program_id = @Id and number in (@Number, @Against);

        select person_id, person_name as name from program_participant where program_id = @Id
        union
        select incoming_id, incoming_name from program_version where program_id = @Id and incoming_id is not null
        """;
}
