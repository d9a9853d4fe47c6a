using Dapper;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>A resource with its runs, and whether the caller has a place in them.</summary>
public static class GetResource
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapGet("/{resourceId:guid}", async (Guid resourceId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(resourceId), ct)))
            .Operation(nameof(GetResource), Permission.ResourceRead);

    public sealed record Query(Guid ResourceId) : IQuery<Result>;

    public sealed record Result : ResourceFacts
    {
        public required string? Website { get; init; }
        public required string? Contact { get; init; }

        /// <summary>Those that are not over, by their first day; a body sees those that were in the last year too.</summary>
        public required IReadOnlyList<Run> Runs { get; init; }

        /// <summary>Whether the caller keeps it.</summary>
        public required bool MayManage { get; init; }

        /// <summary>What the caller may do with it now.</summary>
        public required IReadOnlyList<ResourceStep> Steps { get; init; }
    }

    /// <param name="EndsOn">The first day on which it is over.</param>
    /// <param name="ApplyUntil">The last day on which a place can be taken.</param>
    /// <param name="HasPlace">Whether the caller has a place in it.</param>
    /// <param name="Reason">Why it was called off; null where it was not.</param>
    /// <param name="Status">Whether a place can be taken, and if not, why.</param>
    public sealed record Run(
        Guid Id, DateOnly StartsOn, DateOnly EndsOn, DateOnly ApplyUntil, int Places, int Taken, ResourceRunStanding Status, string? Reason, bool HasPlace,
        int Version);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var args = new DynamicParameters(ResourceReach.Args(caller));
            args.AddDynamicParams(new { query.ResourceId, caller.Scope.Person, Now = time.GetUtcNow().UtcDateTime });
            return await db.Many(Sql, args, async rows =>
            {
                var resource = await rows.ReadSingleOrDefaultAsync<Result>() ?? throw new NotFound();
                var keeps = caller.May(Permission.ResourceManage, resource.BodyId);
                return resource with
                {
                    Runs = (await rows.ReadAsync<Run>()).AsList(),
                    MayManage = keeps,
                    Steps = keeps ? ResourceLife.Steps.From(resource.Status) : [],
                };
            }, ct);
        }
    }

    const string Sql = $"""
        select {ResourceFacts.Columns}, r.website, r.contact
          {ResourceFacts.From}
         where r.id = @ResourceId and {ResourceReach.Seen};

        select n.id, n.starts_on, n.ends_on, n.apply_until, n.places, n.taken, {ResourceLife.RunStanding} status, n.called_off_reason reason,
               exists (select from resource_place p where p.region_code = n.region_code and p.run_id = n.id and p.person_id = @Person
                                                      and p.given_up_at is null) has_place, n.version
          from resource r join resource_run n on n.region_code = r.region_code and n.resource_id = r.id {ResourceLife.Day}
         where r.id = @ResourceId and (n.ends_on > day.today or (r.body_id = any(@Kept) and n.ends_on > day.today - 366))
         order by n.starts_on, n.id
        """;
}
