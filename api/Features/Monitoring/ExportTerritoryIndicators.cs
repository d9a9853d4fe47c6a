using MediatR;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>A territory's dashboard as a table for Excel, R and BI: the numbers of <see cref="GetTerritoryDashboard"/>.</summary>
public static class ExportTerritoryIndicators
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/territories/{territoryCode}/indicators.csv",
            async (string territoryCode, string? period, [AsParameters] ExportChoice choice, IMediator mediator, CancellationToken ct) =>
            {
                var dashboard = (await mediator.Send(new GetTerritoryDashboard.Query(territoryCode, period, []), ct)).Result!;
                var names = Export.IsRussian
                    ? (await mediator.Send(new ListIndicators.Query(dashboard.Period.Code), ct)).ToDictionary(i => i.Code, i => i.NameRu)
                    : new Dictionary<string, string>();
                var name = $"indicators-{dashboard.Territory.Code}-{dashboard.Period.Code.Replace('/', '-')}";
                return Export.File(choice, name, Columns, Rows(dashboard, names));
            })
            .WithDescription($"{Export.Description} Where no value is told, `mark` says why: `c` suppressed, as small or as telling of a small one; `z` "
                + "not applicable here; `x` unavailable, as nobody has reported or nothing is counted yet; `low` rounds to zero and is not zero.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportTerritoryIndicators), Permission.MonitoringSchool);

    static readonly Export.Column[] Columns =
    [
        new("territory", "Код территории"), new("level", "Уровень"), new("name_ru", "Территория"), new("name_en", "Territory"), new("period", "Период"),
        new("indicator", "Код показателя"), new("indicator_name", "Показатель", ForPeople: true), new("value", "Значение"), new("numerator", "Числитель"),
        new("denominator", "Знаменатель"), new("organizations_reported", "Организаций с данными"), new("organizations_expected", "Организаций всего"),
        new("mark", "Знак"),
    ];

    static string Sign(IndicatorMark mark) => mark switch
    {
        IndicatorMark.Suppressed => "c",
        IndicatorMark.NotApplicable => "z",
        IndicatorMark.Unavailable => "x",
        _ => "low",
    };

    static string Word(TerritoryLevel level) => !Export.IsRussian ? level.ToString() : level switch
    {
        TerritoryLevel.Federation => "Федерация",
        TerritoryLevel.FederalDistrict => "Федеральный округ",
        TerritoryLevel.Region => "Регион",
        _ => "Муниципалитет",
    };

    static IEnumerable<object?[]> Rows(GetTerritoryDashboard.Result dashboard, Dictionary<string, string> names)
    {
        var self = dashboard.Territory;
        foreach (var i in dashboard.Indicators)
        {
            var value = new IndicatorValue(i.Code, i.Value, i.Numerator, i.Denominator, i.OrganizationsReported, i.OrganizationsExpected, i.Mark);
            yield return Row(self.Code, self.Level, self.NameRu, self.NameEn, value);
        }

        foreach (var below in dashboard.Children.Concat(dashboard.Regions ?? []))
            foreach (var i in below.Values) yield return Row(below.Code, below.Level, below.NameRu, below.NameEn, i);

        object?[] Row(string code, TerritoryLevel level, string nameRu, string nameEn, IndicatorValue i) =>
        [
            code, Word(level), nameRu, nameEn, dashboard.Period.Code, i.Code, names.GetValueOrDefault(i.Code, i.Code), i.Mark is null ? i.Value : null,
            i.Numerator, i.Denominator, i.OrganizationsReported, i.OrganizationsExpected, i.Mark is { } mark ? Sign(mark) : null,
        ];
    }
}
