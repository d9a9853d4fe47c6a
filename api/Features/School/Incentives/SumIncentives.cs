using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>What a school's incentives are for: proposals, grants and money by function.</summary>
public static class SumIncentives
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/incentives/functions", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(SumIncentives), Permission.CouncilRead);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Proposed">All that were proposed and not withdrawn.</param>
    /// <param name="Granted">Of these, what the head granted.</param>
    /// <param name="GrantedKopecks">The money granted, in kopecks.</param>
    public sealed record Item(IncentiveFunction Function, int Proposed, int Granted, long GrantedKopecks);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var sums = (await db.List<Item>(Sql, query, ct)).ToDictionary(item => item.Function);
            return [.. Enum.GetValues<IncentiveFunction>().Select(function => sums.GetValueOrDefault(function) ?? new(function, 0, 0, 0))];
        }
    }

    const string Sql = """
        select function, count(*)::int proposed, count(*) filter (where status = 'Granted')::int granted,
               coalesce(sum(amount_kopecks) filter (where status = 'Granted'), 0)::bigint granted_kopecks
          from incentive_proposal
         where organization_id = @OrganizationId and status <> 'Withdrawn'
         group by function
        """;
}
