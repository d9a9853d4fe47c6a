using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>How many programs stand where, for the tabs above the list.</summary>
public static class CountPrograms
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/counts", async (Guid? organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(CountPrograms), Permission.ProgramRead);

    /// <param name="OrganizationId">All that are open to the caller when absent.</param>
    public sealed record Query(Guid? OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Count">0 where there is none: every status is listed.</param>
    public sealed record Item(ProgramStatus Status, int Count);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            var counts = (await db.List<Item>("""
                select status, count(*)::int count from program
                 where (organization_id = any(@Organizations) or id = any(@Programs))
                   and (@OrganizationId::uuid is null or organization_id = @OrganizationId)
                 group by status
                """, new { Organizations = caller.Scope.Organizations.ToArray(), Programs = caller.Scope.Programs.ToArray(), query.OrganizationId },
                    ct)).ToDictionary(item => item.Status, item => item.Count);
            return [.. Enum.GetValues<ProgramStatus>().Select(status => new Item(status, counts.GetValueOrDefault(status)))];
        }
    }
}
