using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>What would follow if an organization ended on a day: counts alone, as who works there is closed to whoever keeps the register.</summary>
public static class PreviewOrganizationEnd
{
    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapGet("/{organizationId:guid}/end",
            async (Guid organizationId, DateOnly on, Guid? successorId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, on, successorId), ct)))
            .Operation(nameof(PreviewOrganizationEnd), Permission.OrganizationManage);

    public sealed record Query(Guid Id, DateOnly On, Guid? SuccessorId) : IQuery<Result>;

    /// <param name="People">Who would still work there.</param>
    /// <param name="Late">Of them, who began on that day or later: with them it cannot end on it.</param>
    /// <param name="Programs">In force.</param>
    /// <param name="Preparing">Not in force yet.</param>
    /// <param name="Requests">To pairs, open.</param>
    /// <param name="Imports">Not applied yet.</param>
    /// <param name="Contracts">With partners, in force or drafted.</param>
    /// <param name="Delegations">To or by it.</param>
    /// <param name="CarriesPrograms">Programs can go on with the successor: it is in the same region.</param>
    public sealed record Result(
        int People, int Late, int Programs, int Preparing, int Requests, int Roles, int Imports, int Contracts, int Delegations, bool CarriesPrograms);

    sealed record Ending(string RegionCode, bool CarriesPrograms);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var ending = await db.One<Ending>(Find, query, ct);
            caller.Scope.MustReachRegion(ending.RegionCode);
            var ahead = await db.One<Result>($"select a.*, false carries_programs from {OrganizationLife.Ahead} a", new { query.Id, query.On }, ct);
            return ahead with { CarriesPrograms = ending.CarriesPrograms };
        }
    }

    const string Find = """
        select o.region_code, exists (select from organization heir where heir.id = @SuccessorId and heir.id <> o.id and heir.region_code = o.region_code
                                         and heir.status = 'Open') carries_programs
          from organization o where o.id = @Id
        """;
}
