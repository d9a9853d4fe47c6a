using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>What the caller has offered as a mentor beyond the own school, the newest first; at most 100.</summary>
public static class ListOwnMentorOffers
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/mentor-offers", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListOwnMentorOffers), Permission.OfferUse);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    public record Item : OfferStanding
    {
        /// <summary>What the caller may do with it now.</summary>
        public required IReadOnlyList<OfferStep> Steps { get; init; } = [];
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            [.. (await db.List<Item>(Sql, new { caller.Scope.Person }, ct)).Select(row => row with
            {
                Steps = [.. OfferLife.Offers.From(row.Status).Where(step => step is OfferStep.Revise or OfferStep.Withdraw)],
            })];
    }

    const string Sql = $"""
        select {OfferFacts.Columns}, {OfferStanding.More} {OfferFacts.From} where o.mentor_id = @Person order by o.proposed_at desc, o.id desc limit 100
        """;
}
