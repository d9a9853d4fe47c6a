using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Organizations of a register file whose names do not tell their kind: what is asked, and what was answered. The first 500.</summary>
public static class ListRegisterKinds
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{importId:guid}/kinds", async (Guid importId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(importId), ct)))
            .Operation(nameof(ListRegisterKinds), Permission.ImportManage);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Key">OGRN; of a branch its id in the register. Give it back with the answer.</param>
    /// <param name="Name">Full name, as the register has it.</param>
    /// <param name="Guess">Code of the dictionary `organization-kind` that the words of the name hint at.</param>
    /// <param name="Kind">What was answered, of the dictionary `organization-kind`; null while it is a question.</param>
    public sealed record Item(string Key, string Name, string Guess, string? Kind);

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await db.One<Guid>("select id from import where id = @Id", query, ct);
            return await db.List<Item>(Sql, query, ct);
        }
    }

    const string Sql = """
        select key, name, guess, kind from organization_kind_answer where import_id = @Id order by kind nulls first, name, key limit 500
        """;
}
