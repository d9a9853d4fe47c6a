using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>What was said in an initiative, for its members, the latest first.</summary>
public static class ListInitiativeEntries
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapGet("/entries", async (Guid initiativeId, string? cursor, int? size, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(initiativeId, cursor, size), ct)))
            .Operation(nameof(ListInitiativeEntries), Permission.InitiativeRead);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid Id, string? Cursor, int? Size) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }

        /// <summary>The entry that it answers; null where it answers none.</summary>
        public required Guid? AnswerTo { get; init; }

        /// <summary>Who wrote what it answers; null where it answers nothing.</summary>
        public required string? AnswerToName { get; init; }
        public required string Text { get; init; }
        public required string AuthorName { get; init; }
        public required DateTime WrittenAt { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await InitiativeRow.Of(query.Id, db, time, ct);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListInitiativeEntries)}/{query.Id}");
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Item>(Sql, new { query.Id, After = after?.At, AfterId = after?.Id, Take = size + 1 }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.WrittenAt, item.Id));
        }
    }

    const string Sql = """
        select e.id, e.answer_to, a.author_name answer_to_name, e.text, e.author_name, e.written_at
          from initiative_entry e left join initiative_entry a on a.region_code = e.region_code and a.id = e.answer_to
         where e.initiative_id = @Id and (@AfterId::uuid is null or (e.written_at, e.id) < (@After::timestamptz, @AfterId))
         order by e.written_at desc, e.id desc limit @Take
        """;
}
