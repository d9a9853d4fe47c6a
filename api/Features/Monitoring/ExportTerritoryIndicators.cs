using System.Text;
using MediatR;
using Mentoring.Api.Features.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>A territory's dashboard as a table for Excel, R and BI: the numbers of <see cref="GetTerritoryDashboard"/>.</summary>
public static class ExportTerritoryIndicators
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/territories/{code}/indicators.csv", async (string code, string? period, IMediator mediator, CancellationToken ct) =>
            {
                var dashboard = (await mediator.Send(new GetTerritoryDashboard.Query(code, period, ""), ct)).Result!;
                var name = $"indicators-{dashboard.Territory.Code}-{dashboard.Period.Code.Replace('/', '-')}.csv";
                return TypedResults.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Table(dashboard))).ToArray(), "text/csv; charset=utf-8", name);
            })
            .WithSummary("A territory's indicators and those below it as CSV")
            .WithDescription("UTF-8 with a byte order mark, commas, RFC 4180 quotes, a point in decimals; an empty value is a zero denominator.")
            .Produces<string>(contentType: "text/csv")
            .Operation(nameof(ExportTerritoryIndicators), Permission.MonitoringSchool);

    internal static string Table(GetTerritoryDashboard.Result dashboard)
    {
        var text = new StringBuilder("territory,level,name_ru,name_en,period,indicator,value,numerator,denominator,organizations_reported,organizations_expected\r\n");
        var self = dashboard.Territory;
        foreach (var i in dashboard.Indicators)
        {
            var value = new IndicatorValue(i.Code, i.Value, i.Numerator, i.Denominator, i.OrganizationsReported, i.OrganizationsExpected);
            Line(self.Code, self.Level, self.NameRu, self.NameEn, value);
        }

        foreach (var below in dashboard.Children.Concat(dashboard.Regions ?? []))
            foreach (var i in below.Values) Line(below.Code, below.Level, below.NameRu, below.NameEn, i);
        return text.ToString();

        void Line(string code, TerritoryLevel level, string nameRu, string nameEn, IndicatorValue i) => text.Append(Csv.Bare(
            code, level, nameRu, nameEn, dashboard.Period.Code, i.Code, i.Value, i.Numerator, i.Denominator, i.OrganizationsReported, i.OrganizationsExpected));
    }
}
