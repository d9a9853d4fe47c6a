using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>Mentors of other schools for whom the caller has asked, or the school for the caller, the newest first; at most 100.</summary>
public static class ListOwnOfferRequests
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/offer-requests", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListOwnOfferRequests), Permission.OfferUse);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    public record Item : OfferRequestFacts
    {
        /// <summary>What the caller may do with it now.</summary>
        public required IReadOnlyList<OfferRequestStep> Steps { get; init; } = [];
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            [.. (await db.List<Item>(Sql, new { caller.Scope.Person }, ct)).Select(row => row with
            {
                Steps = [.. OfferLife.Requests.From(row.Status).Where(step => step is OfferRequestStep.Withdraw)],
            })];
    }

    const string Sql = $"""
        {OfferRequestFacts.Sql} where q.mentee_id = @Person order by q.asked_at desc, q.id desc limit 100
        """;
}
