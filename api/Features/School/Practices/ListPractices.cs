using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>The school's bank: what is published, one's own, or what waits for review; searched in Russian with word forms.</summary>
public static class ListPractices
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .Operation(nameof(ListPractices), Permission.PracticeShare);

    /// <summary>Which shelf of the bank is read.</summary>
    public enum Shelf { Published, Own, Queue }

    /// <param name="View">`Published` when absent; `Queue`, what is submitted or in review, is for those who review.</param>
    /// <param name="Search">Words in any form, or a part of the title.</param>
    /// <param name="Area">A code of the dictionary `competence-area`.</param>
    /// <param name="Topic">A code of the dictionary `mentor-topic`.</param>
    /// <param name="Status">One of the statuses that the shelf holds.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Filter(Guid OrganizationId, Shelf? View, string? Search, string? Area, string? Topic, PracticeStatus? Status, string? Cursor,
        int? Size);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required PracticeLevel Level { get; init; }
        public required PracticeStatus Status { get; init; }
        public required string Title { get; init; }
        public required string Problem { get; init; }
        public required string[] Areas { get; init; }
        public required string[] Topics { get; init; }

        /// <summary>Those who consented to be named.</summary>
        public required string[] Authors { get; init; }

        /// <summary>In how many programs it is used.</summary>
        public required int Uses { get; init; }

        /// <summary>Written in the latest round.</summary>
        public required int Reviews { get; init; }

        /// <summary>The caller was asked for a review and has not given it.</summary>
        public required bool MineToReview { get; init; }
        public required DateTime? PublishedAt { get; init; }
        public required DateTime UpdatedAt { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
        }
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var (filter, view) = (query.Filter, query.Filter.View ?? Shelf.Published);
            caller.Scope.MustReach(filter.OrganizationId);
            if (view == Shelf.Queue && !PracticeReaders.Reviews(caller, filter.OrganizationId)) throw new Forbidden("permission.missing");
            var (size, list) = (filter.Size ?? Cursors.DefaultSize, $"{nameof(ListPractices)}/{filter.OrganizationId}/{view}");
            var after = cursors.Read<Key>(filter.Cursor, list);
            var search = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search.Trim();
            var rows = await db.List<Item>(Sql, new
            {
                filter.OrganizationId, View = view.ToString(), Words = search, Like = Like.Containing(search), filter.Area, filter.Topic,
                Status = filter.Status?.ToString(), caller.Scope.Person,
                After = after?.At, AfterId = after?.Id, Limit = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.UpdatedAt, item.Id));
        }
    }

    const string Sql = $"""
        select p.id, p.level, p.status, p.title, p.problem, p.areas, p.topics,
               array(select a.person_name from practice_author a where a.practice_id = p.id and a.named order by 1) authors,
               (select count(*)::int from practice_use u where u.practice_id = p.id) uses,
               (select count(*)::int from practice_review r where r.practice_id = p.id and r.round = p.round and r.reviewed_at is not null) reviews,
               p.status = 'InReview' and exists (
                   select from practice_review r where r.practice_id = p.id and r.round = p.round and r.reviewer_id = @Person and r.reviewed_at is null
                          and {PracticeReaders.Seated}) mine_to_review,
               p.published_at, p.updated_at
          from practice p
         where p.organization_id = @OrganizationId
           and case @View when 'Published' then p.status = 'Published'
                          when 'Queue' then p.status in ('Submitted', 'InReview', 'Selected')
                          else exists (select from practice_author a where a.practice_id = p.id and a.person_id = @Person) end
           and (@Words::text is null or p.search @@ websearch_to_tsquery('russian', @Words) or p.title ilike @Like)
           and (@Area::text is null or @Area = any(p.areas))
           and (@Topic::text is null or @Topic = any(p.topics))
           and (@Status::text is null or p.status = @Status)
           and (@AfterId::uuid is null or (p.updated_at, p.id) < (@After::timestamptz, @AfterId))
         order by p.updated_at desc, p.id desc limit @Limit
        """;
}
