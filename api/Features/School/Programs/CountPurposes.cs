using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>How many programs serve which direction of methodical work, for the filter of the list.</summary>
public static class CountPurposes
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/counts/purposes", async (Guid? organizationId, ProgramStatus[]? status, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, status), ct)))
            .Operation(nameof(CountPurposes), Permission.ProgramRead);

    /// <param name="OrganizationId">All that are open to the caller when absent.</param>
    /// <param name="Status">Any of these; all when absent.</param>
    public sealed record Query(Guid? OrganizationId, ProgramStatus[]? Status) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Purpose">Code of the dictionary `program-purpose`; those without a program are left out.</param>
    public sealed record Item(string Purpose, int Count);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            return await db.List<Item>(Sql, new
            {
                Organizations = caller.Scope.Organizations.ToArray(), Programs = caller.Scope.Programs.ToArray(), query.OrganizationId,
                Statuses = query.Status is { Length: > 0 } statuses ? statuses.Select(status => status.ToString()).ToArray() : null,
            }, ct);
        }
    }

    const string Sql = """
        select purpose_code purpose, count(*)::int count from program
         where (organization_id = any(@Organizations) or id = any(@Programs))
           and purpose_code <> ''
           and (@OrganizationId::uuid is null or organization_id = @OrganizationId)
           and (@Statuses::text[] is null or status = any(@Statuses))
         group by purpose_code order by purpose_code
        """;
}
