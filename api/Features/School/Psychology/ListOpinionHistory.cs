using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>What was said about a pair, the latest first.</summary>
public static class ListOpinionHistory
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapGet("/opinions/{mentorId:guid}/{menteeId:guid}",
            async (Guid organizationId, Guid mentorId, Guid menteeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, mentorId, menteeId), ct)))
            .Operation(nameof(ListOpinionHistory), Permission.PsychologyWork);

    public sealed record Query(Guid OrganizationId, Guid MentorId, Guid MenteeId) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item
    {
        public required int Number { get; init; }
        public required Opinion Opinion { get; init; }
        public required string Ground { get; init; }
        public required string[] Methods { get; init; }
        public required DateOnly GivenOn { get; init; }
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.List<Item>("""
                select number, opinion, ground, methods, given_on from compatibility_ground
                 where organization_id = @OrganizationId and mentor_id = @MentorId and mentee_id = @MenteeId order by number desc
                """, query, ct);
        }
    }
}
