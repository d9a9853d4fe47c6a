using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Events;

/// <summary>The public events of a school, the latest first; everybody who works there reads them.</summary>
public static class ListPublicEvents
{
    public static void Map(RouteGroupBuilder events) =>
        events.MapGet("/", async (HttpContext http, [AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
            Links.Paged(http, await mediator.Send(query, ct)))
            .Operation(nameof(ListPublicEvents), Permission.EventRead);

    /// <param name="Search">A part of the title.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, string? Search = null, PublicEventStatus? Status = null, PublicEventKind? Kind = null,
        string? Cursor = null, int? Size = null) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required PublicEventKind Kind { get; init; }
        public required PublicEventAudience Audience { get; init; }
        public required string Title { get; init; }
        public required DateTime StartsAt { get; init; }
        public required int DurationMinutes { get; init; }
        public required string? Place { get; init; }
        public required string? Link { get; init; }
        public required Guid ResponsibleId { get; init; }
        public required string ResponsibleName { get; init; }
        public required string Programme { get; init; }
        public required PublicEventStatus Status { get; init; }
        public required int? CameStaff { get; init; }
        public required int? CameGuests { get; init; }

        /// <summary>What came of it, or why it was called off.</summary>
        public required string? Result { get; init; }

        /// <summary>The entry of the coordination log where it is told with whom.</summary>
        public required Guid? EntryId { get; init; }

        /// <summary>The post of the public section that tells of it.</summary>
        public required Guid? SitePostId { get; init; }
        public required int Version { get; init; }

        /// <summary>Who of the staff takes part.</summary>
        public required Guid[] PersonIds { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(200);
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(DateTime StartsAt, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.Id, db, caller, ct);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListPublicEvents)}/{query.Id}");
            var after = cursors.Read<After>(query.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                query.Id, Search = Like.Containing(query.Search), Status = query.Status?.ToString(), Kind = query.Kind?.ToString(),
                AfterStart = after?.StartsAt, AfterId = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new After(item.StartsAt, item.Id));
        }
    }

    const string Sql = """
        select e.id, e.kind, e.audience, e.title, e.starts_at, e.duration_minutes, e.place, e.link, e.responsible_id,
               person_name(p) responsible_name, e.programme, e.status, e.came_staff, e.came_guests, e.result,
                   e.entry_id, e.site_post_id, e.version,
               array(select i.person_id from public_event_person i where i.event_id = e.id order by i.person_id) person_ids
          from public_event e join person p on p.id = e.responsible_id
         where e.organization_id = @Id and (@Status::text is null or e.status = @Status) and (@Kind::text is null or e.kind = @Kind)
           and (@Search::text is null or e.title ilike @Search)
           and (@AfterId::uuid is null or (e.starts_at, e.id) < (@AfterStart::timestamptz, @AfterId))
         order by e.starts_at desc, e.id desc limit @Take
        """;
}
