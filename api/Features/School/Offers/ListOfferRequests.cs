using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>Requests of a school's mentees for mentors elsewhere, and of others for its mentors; what waits for it first, then the newest.</summary>
public static class ListOfferRequests
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/offer-requests", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(query, ct)))
            .WithDescription("A school reads who asks for its mentor once the mentee's school has agreed.")
            .Operation(nameof(ListOfferRequests), Permission.OfferDecide);

    /// <param name="Direction">`Out`: of the school's mentees, `In`: for the school's mentors; both when absent.</param>
    /// <param name="Status">All when absent.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, OfferDirection? Direction = null, OfferRequestStatus? Status = null, string? Cursor = null,
        int? Size = null) : IQuery<Page<Item>>;

    public record Item : OfferRequestFacts
    {
        /// <summary>The mentee's school, which decides.</summary>
        public required Guid SchoolId { get; init; }

        /// <summary>Which way it goes for this school.</summary>
        public required OfferDirection Direction { get; init; }

        /// <summary>What the caller may do with it now.</summary>
        public required IReadOnlyList<OfferRequestStep> Steps { get; init; } = [];
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
            var after = cursors.Read<Key>(query.Cursor, nameof(ListOfferRequests));
            var rows = await db.List<Item>(Sql, new
            {
                query.Id, Out = query.Direction is not OfferDirection.In, In = query.Direction is not OfferDirection.Out, Status = query.Status?.ToString(),
                AfterWaits = after?.Waits, AfterAt = after?.At, AfterId = after?.Id, Take = size + 1,
            }, ct);
            var page = cursors.Page(rows, size, nameof(ListOfferRequests), row => new Key(row.Status == OfferRequestStatus.Asked, row.AskedAt, row.Id));
            return new([.. page.Items.Select(row => Seen(row, row.SchoolId == query.Id))], page.Next);
        }

        static Item Seen(Item row, bool own) => row with
        {
            Direction = own ? OfferDirection.Out : OfferDirection.In,
            Steps = own ? [.. OfferLife.Requests.From(row.Status).Where(step => step is OfferRequestStep.Agree or OfferRequestStep.Refuse)] : [],
        };
    }

    const string Sql = $"""
        {OfferRequestFacts.Sql}
         where (@Out and q.school_id = @Id or @In and q.organization_id = @Id and q.status = 'Sent')
           and (@Status::text is null or q.status = @Status)
           and (@AfterId::uuid is null or (q.status = 'Asked', q.asked_at, q.id) < (@AfterWaits, @AfterAt::timestamptz, @AfterId))
         order by q.status = 'Asked' desc, q.asked_at desc, q.id desc
         limit @Take
        """;
}
