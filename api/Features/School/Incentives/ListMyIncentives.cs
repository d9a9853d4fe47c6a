using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>
/// What the caller was granted for mentoring, wherever they work or worked. The latest first, at most 200. What was only proposed, or not
/// granted, is not here.
/// </summary>
public static class ListMyIncentives
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapGet("/incentives/mine", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListMyIncentives), Permission.SignedIn);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Incentive">What was granted, in words.</param>
    /// <param name="Grounds">For what.</param>
    /// <param name="AmountKopecks">Of a material one, where it was named.</param>
    /// <param name="Comment">What was said with it, such as the order's number.</param>
    public sealed record Item(
        Guid Id, string OrganizationName, IncentiveKind Kind, IncentiveFunction Function, string Incentive, string Grounds, long? AmountKopecks,
            DateTime GrantedAt, string? Comment);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>(Sql, new { caller.Scope.Person }, ct);
    }

    const string Sql = """
        select i.id, o.name_short organization_name, i.kind, i.function, i.incentive, i.grounds, i.amount_kopecks, i.decided_at granted_at, i.comment
          from incentive_proposal i join organization o on o.id = i.organization_id
         where i.person_id = @Person and i.status = 'Granted'
         order by i.decided_at desc, i.id desc limit 200
        """;
}
