using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>A body's queue: what waits, whose it is, what is overdue; the nearest term first, in `All` the latest.</summary>
public static class ListHelpQueue
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/help-queue", async (Guid organizationId, [AsParameters] HelpQueueFilter filter, string? cursor, int? size, IMediator mediator,
            CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(organizationId, filter, cursor, size), ct)))
            .Operation(nameof(ListHelpQueue), Permission.HelpAnswer);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid OrganizationId, HelpQueueFilter Filter, string? Cursor, int? Size) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required string Subject { get; init; }

        /// <summary>Code of the dictionary `help-form`.</summary>
        public required string Form { get; init; }
        public required string[] Areas { get; init; }
        public required HelpStatus Status { get; init; }

        /// <summary>Who asked.</summary>
        public required string PersonName { get; init; }
        public required string OrganizationName { get; init; }
        public required DateTime AskedAt { get; init; }

        /// <summary>The last day for the answer.</summary>
        public required DateOnly DueOn { get; init; }

        /// <summary>By when the asker would like to know; null where no day was named.</summary>
        public required DateOnly? WantedBy { get; init; }

        /// <summary>The term is over, and the answer still waited for.</summary>
        public required bool Overdue { get; init; }

        /// <summary>Who answers; null while nobody has taken it.</summary>
        public required string? TakenByName { get; init; }

        /// <summary>The caller has taken it.</summary>
        public required bool Mine { get; init; }

        /// <summary>When its term ran out and the head was told.</summary>
        public required DateTime? EscalatedAt { get; init; }

        /// <summary>Of the latest answer; null before one.</summary>
        public required DateTime? AnsweredAt { get; init; }

        /// <summary>From 1 to 5; null before it was rated.</summary>
        public required int? Mark { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    sealed record Key(DateOnly DueOn, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var all = query.Filter.View == HelpQueueView.All;
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListHelpQueue)}/{query.OrganizationId}/{all}");
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Item>(HelpQueueFilter.Sql,
                query.Filter.Args(query.OrganizationId, caller, time.GetUtcNow().UtcDateTime, after?.DueOn, after?.Id, size + 1), ct);
            return cursors.Page(rows, size, list, item => new Key(item.DueOn, item.Id));
        }
    }
}
