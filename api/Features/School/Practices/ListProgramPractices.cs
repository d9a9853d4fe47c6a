using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>The practices that a program uses, the latest first.</summary>
public static class ListProgramPractices
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/programs/{programId:guid}/practices", async (Guid programId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(programId), ct)))
            .WithTags("Practices")
            .Operation(nameof(ListProgramPractices), Permission.ProgramRead);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item(Guid PracticeId, string Title, PracticeUseKind Kind, string Note, string UsedByName, DateTime UsedAt);

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await db.One<Guid>("select id from program where id = @Id", query, ct);
            return await db.List<Item>("""
                select practice_id, practice_title title, kind, note, used_by_name, used_at from practice_use where program_id = @Id
                       order by used_at desc, practice_id
                """, query, ct);
        }
    }
}
