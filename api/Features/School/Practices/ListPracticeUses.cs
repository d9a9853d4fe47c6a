using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>The programs that use a practice, as far as the caller reads them; how many there are in all, everybody sees with the practice.</summary>
public static class ListPracticeUses
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapGet("/uses", async (Guid practiceId, string? cursor, int? size, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(practiceId, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListPracticeUses), Permission.ProgramRead);

    public sealed record Query(Guid Id, string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="Note">For what it is used.</param>
    public sealed record Item(Guid ProgramId, string ProgramTitle, PracticeUseKind Kind, string Note, string UsedByName, DateTime UsedAt);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime UsedAt, Guid ProgramId);

    public sealed class Handler(Db db, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var list = $"{nameof(ListPracticeUses)}/{query.Id}";
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Item>(Sql, new { query.Id, After = after?.UsedAt, AfterId = after?.ProgramId, Limit = query.Size + 1 }, ct);
            return cursors.Page(rows, query.Size, list, item => new Key(item.UsedAt, item.ProgramId));
        }
    }

    const string Sql = """
        select u.program_id, g.title program_title, u.kind, u.note, u.used_by_name, u.used_at
          from practice_use u join program g on g.id = u.program_id
         where u.practice_id = @Id and (@AfterId::uuid is null or (u.used_at, u.program_id) < (@After::timestamptz, @AfterId))
         order by u.used_at desc, u.program_id desc limit @Limit
        """;
}
