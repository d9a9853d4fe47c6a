using Dapper;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>A resource with its runs, and whether the caller has a place in them.</summary>
public static class GetResource
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapGet("/{resourceId:guid}", async (Guid resourceId, HttpContext http, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(http, await mediator.Send(new Query(resourceId), ct)))
            .Operation(nameof(GetResource), Permission.ResourceRead);

    public sealed record Query(Guid ResourceId) : IQuery<Result>;

    /// <param name="Runs">Those that are not over, by their first day; a body sees those that were in the last year too.</param>
    /// <param name="Sectors">Codes of the dictionary `sector`; for all where empty.</param>
    /// <param name="MayManage">Whether the caller keeps it.</param>
    /// <param name="Steps">What the caller may do with it now.</param>
    public sealed record Result(
        Guid Id, string Kind, string Title, string About, Guid BodyId, string BodyName, string RegionCode, string RegionNameRu, string Host,
        IReadOnlyList<string> Areas, IReadOnlyList<string> Sectors, ResourceFormat Format, bool IsOpen, DateOnly? StartsOn, DateOnly? EndsOn, string? Website,
        string? Contact, ResourceStatus Status, IReadOnlyList<Run> Runs, bool MayManage, IReadOnlyList<ResourceStep> Steps, int Version);

    /// <param name="EndsOn">The first day on which it is over.</param>
    /// <param name="ApplyUntil">The last day on which a place can be taken.</param>
    /// <param name="HasPlace">Whether the caller has a place in it.</param>
    /// <param name="Reason">Why it was called off; null where it was not.</param>
    /// <param name="Status">Whether a place can be taken, and if not, why.</param>
    public sealed record Run(
        Guid Id, DateOnly StartsOn, DateOnly EndsOn, DateOnly ApplyUntil, int Places, int Taken, ResourceRunStanding Status, string? Reason, bool HasPlace,
        int Version);

    sealed record Row
    {
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public required string About { get; init; }
        public Guid BodyId { get; init; }
        public required string BodyName { get; init; }
        public required string RegionCode { get; init; }
        public required string RegionNameRu { get; init; }
        public required string Host { get; init; }
        public string[] Areas { get; init; } = [];
        public string[] Sectors { get; init; } = [];
        public ResourceFormat Format { get; init; }
        public bool IsOpen { get; init; }
        public DateOnly? StartsOn { get; init; }
        public DateOnly? EndsOn { get; init; }
        public string? Website { get; init; }
        public string? Contact { get; init; }
        public ResourceStatus Status { get; init; }
        public int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var args = new DynamicParameters(ResourceReach.Args(caller));
            args.AddDynamicParams(new { query.ResourceId, caller.Scope.Person, Now = time.GetUtcNow().UtcDateTime });
            return await db.Many(Sql, args, async rows =>
            {
                var r = await rows.ReadSingleOrDefaultAsync<Row>() ?? throw new NotFound();
                var runs = (await rows.ReadAsync<Run>()).AsList();
                var keeps = caller.May(Permission.ResourceManage, r.BodyId);
                return new Result(query.ResourceId, r.Kind, r.Title, r.About, r.BodyId, r.BodyName, r.RegionCode, r.RegionNameRu, r.Host, r.Areas, r.Sectors,
                    r.Format, r.IsOpen, r.StartsOn, r.EndsOn, r.Website, r.Contact, r.Status, runs, keeps, keeps ? ResourceLife.Steps.From(r.Status) : [],
                    r.Version);
            }, ct);
        }
    }

    const string Sql = $"""
        select r.kind_code kind, r.title, r.about, r.body_id, b.name_short body_name, r.region_code, t.name_ru region_name_ru, r.host, r.areas, r.sectors,
               r.format, r.is_open, r.starts_on, r.ends_on, r.website, r.contact, r.status, r.version
          from resource r join organization b on b.id = r.body_id join territory t on t.code = r.region_code
         where r.id = @ResourceId and {ResourceReach.Seen};

        select n.id, n.starts_on, n.ends_on, n.apply_until, n.places, n.taken, {ResourceLife.RunStanding} status, n.called_off_reason reason,
               exists (select from resource_place p where p.region_code = n.region_code and p.run_id = n.id and p.person_id = @Person
                                                      and p.given_up_at is null) has_place, n.version
          from resource r join resource_run n on n.region_code = r.region_code and n.resource_id = r.id {ResourceLife.Day}
         where r.id = @ResourceId and (n.ends_on > day.today or (r.body_id = any(@Kept) and n.ends_on > day.today - 366))
         order by n.starts_on, n.id
        """;
}
