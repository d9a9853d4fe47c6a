using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Tasks that the caller's territory or body has set schools, with how far the schools are; the latest first.</summary>
public static class ListSchoolTasks
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/school-tasks", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .WithTags("Initiatives").Operation(nameof(ListSchoolTasks), Permission.SchoolTaskSet);

    /// <param name="Search">Words in any form, or a part of the title.</param>
    /// <param name="Waiting">Only those with a report to look at, or one that is overdue.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(string? Search = null, bool? Waiting = null, string? Cursor = null, int? Size = null);

    public sealed record Query(Filter Filter) : IQuery<Page<SchoolTaskFacts>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<SchoolTaskFacts>>
    {
        public async Task<Page<SchoolTaskFacts>> Handle(Query query, CancellationToken ct)
        {
            var (filter, size) = (query.Filter, query.Filter.Size ?? Cursors.DefaultSize);
            var after = cursors.Read<Key>(filter.Cursor, nameof(ListSchoolTasks));
            var words = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search.Trim();
            var rows = await db.List<SchoolTaskFacts>(Sql, new
            {
                Words = words, Pattern = Like.Containing(words), Waiting = filter.Waiting == true, Now = time.GetUtcNow().UtcDateTime, After = after?.At,
                AfterId = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, nameof(ListSchoolTasks), item => new Key(item.SetAt, item.Id));
        }
    }

    const string Sql = $"""
        select {SchoolTaskFacts.Columns} {SchoolTaskFacts.From}
           and (@Words::text is null or t.search @@ websearch_to_tsquery('russian', @Words) or t.title ilike @Pattern)
           and (not @Waiting or count.reported > 0 or count.overdue > 0)
           and (@AfterId::uuid is null or (t.set_at, t.id) < (@After::timestamptz, @AfterId))
         order by t.set_at desc, t.id desc limit @Take
        """;
}
