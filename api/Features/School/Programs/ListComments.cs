using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The discussion of a program, the newest comment first.</summary>
public static class ListComments
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/{programId:guid}/comments",
            async (Guid programId, string? cursor, int? size, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(programId, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListComments), Permission.ProgramRead);

    public sealed record Query(Guid Id, string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="Text">Null where the author took it away.</param>
    public sealed record Item(Guid Id, string AuthorName, bool IsOwn, string? Text, DateTime WrittenAt);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime WrittenAt, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var list = $"{nameof(ListComments)}/{query.Id}";
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.Many(Sql, new { query.Id, By = caller.Id, After = after?.WrittenAt, AfterId = after?.Id, Limit = query.Size + 1 },
                async results =>
                await results.ReadSingleAsync<bool>() ? (await results.ReadAsync<Item>()).ToList() : throw new NotFound(), ct);
            return cursors.Page(rows, query.Size, list, item => new Key(item.WrittenAt, item.Id));
        }
    }

    const string Sql = """
        select exists (select from program where id = @Id);

        select id, author_name, author_id = @By is_own, case when withdrawn_at is null then text end as text, written_at
          from program_comment
         where program_id = @Id and (@AfterId::uuid is null or (written_at, id) < (@After::timestamptz, @AfterId))
         order by written_at desc, id desc limit @Limit
        """;
}
