using System.Text.Json;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Dictionaries;

/// <summary>The entries of a dictionary that hold today, in its own order.</summary>
public static class ListDictionary
{
    public static void Map(RouteGroupBuilder dictionaries) =>
        dictionaries.MapGet("/", async (string dictionary, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(dictionary), ct)))
            .Operation(nameof(ListDictionary), Permission.SignedIn);

    public sealed record Query(string Dictionary) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Source">The document that the entry comes from.</param>
    /// <param name="Data">What only this dictionary has, e.g. `teaching` of a position.</param>
    /// <param name="Version">Give it back to revise the entry.</param>
    public sealed record Item(string Code, string NameRu, string NameEn, string? Source, JsonElement Data, int Version, DateOnly ValidFrom);

    sealed record Row(string Code, string NameRu, string NameEn, string? Source, string Data, int Version, DateOnly ValidFrom);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var rows = await db.List<Row>(Sql, new
            {
                Dictionary = Dictionaries.Find(query.Dictionary), Today = await RegionTime.TodayOf(caller, db, time, ct),
            }, ct);
            return [.. rows.Select(r => new Item(r.Code, r.NameRu, r.NameEn, r.Source, JsonSerializer.Deserialize<JsonElement>(r.Data), r.Version,
                r.ValidFrom))];
        }
    }

    const string Sql = """
        select code, name_ru, name_en, source, data, version, valid_from from dictionary_entry
         where dictionary = @Dictionary and valid_from <= @Today and (valid_to is null or valid_to > @Today)
         order by position, code
        """;
}
