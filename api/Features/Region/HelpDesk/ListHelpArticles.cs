using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Articles for one's region and the country, searched in Russian with word forms; or all of one's own body.</summary>
public static class ListHelpArticles
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/help-articles", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .WithTags("HelpDesk").Operation(nameof(ListHelpArticles), Permission.HelpDesk);

    /// <param name="OrganizationId">A body where the caller answers: its drafts and what it withdrew too. What is published for the caller when absent.</param>
    /// <param name="Search">Words in any form, or a part of the title.</param>
    /// <param name="Area">Code of the dictionary `competence-area`.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(
        Guid? OrganizationId = null, HelpArticleStatus? Status = null, string? Search = null, string? Area = null, string? Cursor = null, int? Size = null);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }

        /// <summary>Code of the dictionary `help-form`.</summary>
        public required string Form { get; init; }
        public required string[] Areas { get; init; }
        public required string OrganizationName { get; init; }

        /// <summary>For the whole country; otherwise for the body's region.</summary>
        public required bool Country { get; init; }
        public required HelpArticleStatus Status { get; init; }
        public required DateTime UpdatedAt { get; init; }

        /// <summary>How many said that it helped.</summary>
        public required int Helpful { get; init; }

        /// <summary>How many said that it did not.</summary>
        public required int Unhelpful { get; init; }

        /// <summary>How many it answered before they asked.</summary>
        public required int Instead { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            if (filter.OrganizationId is { } body && !caller.May(Permission.HelpAnswer, body)) throw new NotFound();
            var (size, list) = (filter.Size ?? Cursors.DefaultSize, $"{nameof(ListHelpArticles)}/{filter.OrganizationId}");
            var after = cursors.Read<Key>(filter.Cursor, list);
            var words = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search.Trim();
            var rows = await db.List<Item>(Sql, new
            {
                filter.OrganizationId, Status = filter.Status?.ToString(), Words = words, Like = Like.Containing(words), filter.Area,
                Places = HelpReach.Places(caller), After = after?.At, AfterId = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.UpdatedAt, item.Id));
        }
    }

    const string Sql = $"""
        select a.id, a.title, a.form_code form, a.areas, o.name_short organization_name, a.country, a.status, a.updated_at, a.helpful, a.unhelpful, a.instead
          from help_article a join organization o on o.id = a.organization_id
         where case when @OrganizationId::uuid is null then {HelpReach.Published} else a.organization_id = @OrganizationId end
           and (@Status::text is null or a.status = @Status)
           and (@Words::text is null or a.search @@ websearch_to_tsquery('russian', @Words) or a.title ilike @Like)
           and (@Area::text is null or @Area = any(a.areas))
           and (@AfterId::uuid is null or (a.updated_at, a.id) < (@After::timestamptz, @AfterId))
         order by a.updated_at desc, a.id desc limit @Take
        """;
}
