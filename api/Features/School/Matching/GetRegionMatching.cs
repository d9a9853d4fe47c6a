using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>The newest proposal of a region as sums of its schools: how many, never who.</summary>
public static class GetRegionMatching
{
    public static void Map(RouteGroupBuilder region) =>
        region.MapGet("/", async (string territoryCode, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(territoryCode), ct)))
            .Operation(nameof(GetRegionMatching), Permission.MatchRegion);

    public sealed record Query(string Code) : IQuery<Result>;

    /// <param name="Run">Null before the first.</param>
    /// <param name="Schools">Those with most mentees left out first.</param>
    public sealed record Result(Run? Run, IReadOnlyList<School> Schools);

    /// <param name="Across">Pairs with a mentor of another school.</param>
    public sealed record Run(Guid Id, DateTime MadeAt, int Mentees, int Mentors, int Pairs, int Across);

    /// <param name="Mentees">Who wait for a mentor.</param>
    /// <param name="Pairs">For how many somebody was found.</param>
    /// <param name="Across">Of these, with a mentor of another school.</param>
    /// <param name="Helps">Pairs of other schools' mentees with mentors of this one.</param>
    public sealed record School(Guid OrganizationId, string Name, int Mentees, int Pairs, int Across, int Helps);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReachRegion(query.Code);
            var run = await db.Maybe<Run>("""
                select id, made_at, mentees, mentors, pairs, across from match_region_run where region_code = @Code order by made_at desc, id desc limit 1
                """, query, ct);
            return run is null ? new(null, []) : new(run, await db.List<School>("""
                select s.organization_id, o.name_short as name, s.mentees, s.pairs, s.across, s.helps
                  from match_region_sum s join organization o on o.id = s.organization_id where s.run_id = @Id
                     order by s.mentees - s.pairs desc, name, s.organization_id limit 1000
                """, new { run.Id }, ct));
        }
    }
}
