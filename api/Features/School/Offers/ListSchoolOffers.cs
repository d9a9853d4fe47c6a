using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>What a school's mentors offer beyond it: what waits for the school first, then the newest.</summary>
public static class ListSchoolOffers
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/mentor-offers", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListSchoolOffers), Permission.OfferDecide);

    /// <param name="Status">All when absent.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query([FromRoute(Name = "organizationId")] Guid Id, OfferStatus? Status = null, string? Cursor = null, int? Size = null)
        : IQuery<Page<Item>>;

    public record Item : OfferStanding
    {
        public required Guid MentorId { get; init; }

        /// <summary>How many programs the mentor's profile allows; null where there is no profile.</summary>
        public required int? Capacity { get; init; }

        /// <summary>What the caller may do with it now.</summary>
        public required IReadOnlyList<OfferStep> Steps { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record Key(bool Waits, DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.Id);
            var size = query.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<Key>(query.Cursor, nameof(ListSchoolOffers));
            var rows = await db.List<Item>(Sql, new
            {
                query.Id, Status = query.Status?.ToString(), AfterWaits = after?.Waits, AfterAt = after?.At, AfterId = after?.Id, Take = size + 1,
            }, ct);
            var page = cursors.Page(rows, size, nameof(ListSchoolOffers), row => new Key(row.Status == OfferStatus.Proposed, row.ProposedAt, row.Id));
            return new([.. page.Items.Select(row => row with { Steps = Steps(row) })], page.Next);
        }

        IReadOnlyList<OfferStep> Steps(Item row) => row.MentorId == caller.Scope.Person ? []
            : [.. OfferLife.Offers.From(row.Status).Where(step => step is OfferStep.Agree or OfferStep.Decline)];
    }

    const string Sql = $"""
        select {OfferFacts.Columns}, {OfferStanding.More}, o.mentor_id, m.capacity_programs capacity
          {OfferFacts.From}
          left join mentor_profile m on m.organization_id = o.organization_id and m.person_id = o.mentor_id
         where o.organization_id = @Id and (@Status::text is null or o.status = @Status)
           and (@AfterId::uuid is null or (o.status = 'Proposed', o.proposed_at, o.id) < (@AfterWaits, @AfterAt::timestamptz, @AfterId))
         order by o.status = 'Proposed' desc, o.proposed_at desc, o.id desc
         limit @Take
        """;
}
