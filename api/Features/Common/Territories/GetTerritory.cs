using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Territories;

/// <summary>One territory with the line of those above it.</summary>
public static class GetTerritory
{
    public static void Map(RouteGroupBuilder territories) =>
        territories.MapGet("/{territoryCode}", async (string territoryCode, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(territoryCode), ct)))
            .Operation(nameof(GetTerritory), Permission.SignedIn);

    public sealed record Query(string Code) : IQuery<Result>;

    /// <param name="Above">From the federation down to the one directly above.</param>
    public sealed record Result(string Code, TerritoryLevel Level, string NameRu, string NameEn, string? TimeZone, IReadOnlyList<Ancestor> Above);

    public sealed record Ancestor(string Code, TerritoryLevel Level, string NameRu, string NameEn);

    sealed record Row(string Code, TerritoryLevel Level, string NameRu, string NameEn, string? TimeZone, int Depth);

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var line = await db.List<Row>(Sql, query, ct);
            if (line is not [.., { Depth: 0 } self]) throw new NotFound();
            return new(self.Code, self.Level, self.NameRu, self.NameEn, self.TimeZone,
                [.. line.SkipLast(1).Select(a => new Ancestor(a.Code, a.Level, a.NameRu, a.NameEn))]);
        }
    }

    const string Sql = """
        select t.code, t.level, t.name_ru, t.name_en, t.time_zone, tree.depth
          from territory_tree tree join territory t on t.code = tree.ancestor_code
         where tree.descendant_code = @Code
         order by tree.depth desc
        """;
}
