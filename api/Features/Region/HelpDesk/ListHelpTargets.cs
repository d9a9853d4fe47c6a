using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>To whom the body may pass a question on: whoever else stands behind the asker's school, and the centre of its region.</summary>
public static class ListHelpTargets
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapGet("/targets", async (Guid requestId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(requestId), ct)))
            .WithDescription("At most 50, the least busy first.")
            .Operation(nameof(ListHelpTargets), Permission.HelpAnswer);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<HelpOffer>>;

    sealed record Found(Guid OrganizationId, string RegionCode, Guid BodyId, DateOnly Today);

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<HelpOffer>>
    {
        public async Task<IReadOnlyList<HelpOffer>> Handle(Query query, CancellationToken ct)
        {
            var q = await db.One<Found>("""
                select organization_id, region_code, body_id, local_day(@Now, organization_id) today from help_request where id = @Id
                """, new { query.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            return [.. (await HelpOffers.Others(q.OrganizationId, q.RegionCode, q.Today, db, ct)).Where(offer => offer.BodyId != q.BodyId)];
        }
    }
}
