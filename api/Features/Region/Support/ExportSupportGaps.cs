using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>The organizations of a territory that nobody stands behind with a service, as a table.</summary>
public static class ExportSupportGaps
{
    /// <summary>As many as any region has.</summary>
    const int Most = 20_000;

    public static void Map(RouteGroupBuilder territory) =>
        territory.MapGet("/support-gaps.csv", async (string territoryCode, [AsParameters] GapFilter filter, [AsParameters] ExportChoice choice,
            IMediator mediator, CancellationToken ct) =>
                Export.File(choice, "support-gaps", Columns, (await mediator.Send(new Query(territoryCode, filter), ct)).Select(Row), everyFieldQuoted: true))
            .WithDescription($"{Export.Description} The first 20,000 organizations.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportSupportGaps), Permission.SupportRead);

    public sealed record Query(string Code, GapFilter Filter) : IQuery<IReadOnlyList<SupportGap>>;

    static readonly Export.Column[] Columns =
    [
        new("territory", "Код территории"), new("municipality", "Муниципалитет"), new("organization", "Организация"), new("address", "Адрес"),
        new("services", "Сопровождается по услугам (коды)"),
    ];

    static object?[] Row(SupportGap gap) => [gap.TerritoryCode, gap.TerritoryNameRu, gap.NameShort, gap.Address, string.Join(' ', gap.Services)];

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<SupportGap>>
    {
        public async Task<IReadOnlyList<SupportGap>> Handle(Query query, CancellationToken ct)
        {
            await SupportReach.DemandTerritory(query.Code, db, caller, ct);
            await query.Filter.DemandService(db, ct);
            var rows = await db.List<ListSupportGaps.Row>(GapFilter.Sql, query.Filter.Args(query.Code, time.GetUtcNow().UtcDateTime, null, null, Most), ct);
            return [.. rows.Select(row => row.Shown)];
        }
    }
}
