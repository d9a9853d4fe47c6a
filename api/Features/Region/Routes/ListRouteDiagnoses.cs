using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>
/// The caller's last 20 diagnoses that are done, the latest first: what each came to, and what of it the route has already.
/// </summary>
public static class ListRouteDiagnoses
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapGet("/diagnoses", async (Guid routeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(routeId), ct)))
            .Operation(nameof(ListRouteDiagnoses), Permission.RouteOwn);

    public sealed record Query(Guid RouteId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Finds">What its areas become in the route.</param>
    /// <param name="Areas">What it came to, the lowest level first.</param>
    public sealed record Item(
        Guid Id, FindingKind Finds, string? ExpertName, string InstrumentNameRu, string InstrumentNameEn, DateTime DoneAt, IReadOnlyList<Area> Areas);

    /// <param name="Level">0 to 100.</param>
    /// <param name="Taken">It stands in the route as a strength or a deficit from this diagnosis.</param>
    public sealed record Area(string AreaCode, int Level, bool Taken);

    sealed record Row(Guid Id, FindingKind Finds, string? ExpertName, string InstrumentNameRu, string InstrumentNameEn, DateTime DoneAt);

    sealed record AreaRow(Guid DiagnosisId, string AreaCode, int Level, bool Taken);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            db.Many<IReadOnlyList<Item>>(Sql, new { query.RouteId, caller.Person }, async rows =>
            {
                if (await rows.ReadSingleOrDefaultAsync<Guid?>() is null) throw new NotFound();
                IReadOnlyList<Row> all = [.. await rows.ReadAsync<Row>()];
                var areas = (await rows.ReadAsync<AreaRow>()).ToLookup(area => area.DiagnosisId);
                return [.. all.Select(d => new Item(d.Id, d.Finds, d.ExpertName, d.InstrumentNameRu, d.InstrumentNameEn, d.DoneAt,
                    [.. areas[d.Id].Select(a => new Area(a.AreaCode, a.Level, a.Taken))]))];
            }, ct);
    }

    const string Sql = """
        select id from route where id = @RouteId and person_id = @Person;
        select d.id, case d.kind when 'Achievements' then 'Strength' else 'Deficit' end finds, d.expert_name, i.name_ru instrument_name_ru,
               i.name_en instrument_name_en, d.done_at
          from diagnosis d join instrument i on i.id = d.instrument_id
         where d.person_id = @Person and d.status = 'Done' order by d.done_at desc, d.id limit 20;
        select a.diagnosis_id, a.area_code, a.level,
               exists (select from route_finding f where f.route_id = @RouteId and f.diagnosis_id = a.diagnosis_id and f.area_code = a.area_code
                                                     and f.dropped_at is null) taken
          from diagnosis d join diagnosis_area a on a.region_code = d.region_code and a.diagnosis_id = d.id
         where d.person_id = @Person and d.status = 'Done' order by a.diagnosis_id, a.level, a.area_code
        """;
}
