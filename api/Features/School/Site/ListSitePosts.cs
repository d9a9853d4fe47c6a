using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>The posts of a school in every status, the last changed first.</summary>
public static class ListSitePosts
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/posts", async (HttpContext http, [AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(query, ct)))
            .Operation(nameof(ListSitePosts), Permission.SiteWrite);

    public sealed record Query(Guid OrganizationId, SitePostStatus? Status = null, SiteCategory? Category = null, string? Cursor = null, int? Size = null)
        : IQuery<Page<Item>>;

    public sealed record Item(Guid Id, SiteCategory Category, SitePostStatus Status, string Title, string Lead, DateOnly? HeldOn, DateTime? PublishedAt,
        DateTime UpdatedAt);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime UpdatedAt, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListSitePosts)}/{query.Status}/{query.Category}");
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                query.OrganizationId, Status = query.Status?.ToString(), Category = query.Category?.ToString(), after?.UpdatedAt, after?.Id, Limit = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.UpdatedAt, item.Id));
        }
    }

    const string Sql = """
        select id, category, status, title, lead, held_on, published_at, updated_at from site_post
         where organization_id = @OrganizationId and (@Status::text is null or status = @Status) and (@Category::text is null or category = @Category)
           and (@Id::uuid is null or (updated_at, id) < (@UpdatedAt::timestamptz, @Id::uuid))
         order by updated_at desc, id desc limit @Limit
        """;
}
