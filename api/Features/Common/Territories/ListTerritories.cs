using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Territories;

/// <summary>Lists the territories directly below one, in the order of their names.</summary>
public static class ListTerritories
{
    public static void Map(RouteGroupBuilder territories) =>
        territories.MapGet("/", async ([FromQuery] string? parent, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(parent ?? "RU"), ct)))
            .Operation(nameof(ListTerritories), Permission.SignedIn);

    /// <param name="Parent">Code of the territory above; the federation (`RU`) when absent.</param>
    public sealed record Query(string Parent) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Code">`RU`, a federal district, ISO 3166-2:RU for regions, OKTMO for municipalities.</param>
    /// <param name="TimeZone">IANA time zone; regions have one, municipalities where they keep another.</param>
    public sealed record Item(string Code, string? ParentCode, TerritoryLevel Level, string NameRu, string NameEn, string? TimeZone);

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>("""
            select code, parent_code, level, name_ru, name_en, time_zone from territory
             where parent_code = @Parent order by name_ru, code
            """, query, ct);
    }
}
