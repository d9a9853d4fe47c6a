using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>The programs that use a practice, as far as the caller reads them; how many there are in all, everybody sees with the practice.</summary>
public static class ListPracticeUses
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapGet("/uses", async (Guid practiceId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(practiceId), ct)))
            .Operation(nameof(ListPracticeUses), Permission.ProgramRead);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Note">For what it is used.</param>
    public sealed record Item(Guid ProgramId, string ProgramTitle, PracticeUseKind Kind, string Note, string UsedByName, DateTime UsedAt);

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>(Sql, query, ct);
    }

    const string Sql = """
        select u.program_id, g.title program_title, u.kind, u.note, u.used_by_name, u.used_at
          from practice_use u join program g on g.id = u.program_id
         where u.practice_id = @Id order by u.used_at desc, u.program_id
        """;
}
