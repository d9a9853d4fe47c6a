using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>The difficulties of a territory's teachers as a table: the numbers of <see cref="GetTerritoryDeficits"/>.</summary>
public static class ExportTerritoryDeficits
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/territories/{territoryCode}/deficits.csv",
            async (string territoryCode, [AsParameters] ExportChoice choice, IMediator mediator, CancellationToken ct) =>
            {
                var all = await mediator.Send(new GetTerritoryDeficits.Query(territoryCode), ct);
                return Export.File(choice, $"deficits-{all.Code}", Columns, Rows(all));
            })
            .WithDescription($"{Export.Description} A number that is not told, of fewer than ten teachers, is empty too. Resources stand beside the whole "
                + "alone.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportTerritoryDeficits), Permission.DeficitRead);

    static readonly Export.Column[] Columns =
    [
        new("territory", "Код территории"), new("name_ru", "Территория"), new("name_en", "Territory"), new("area", "Код области"),
        new("area_name", "Область компетенций", ForPeople: true), new("diagnosed", "Прошли диагностику"), new("open", "С открытым дефицитом"),
        new("closed", "Преодолели за 12 месяцев"), new("resources", "Ресурсов на карте"), new("free_places", "Свободных мест"),
    ];

    static IEnumerable<object?[]> Rows(GetTerritoryDeficits.Result all)
    {
        foreach (var a in all.Areas)
            yield return [all.Code, all.NameRu, all.NameEn, a.Code, a.NameRu, all.Diagnosed, a.Open, a.Closed, a.Resources, a.FreePlaces];
        foreach (var part in all.Parts)
            foreach (var (at, a) in all.Areas.Index())
                yield return [part.Code, part.NameRu, part.NameEn, a.Code, a.NameRu, part.Diagnosed, part.Open[at], part.Closed[at], null, null];
    }
}
