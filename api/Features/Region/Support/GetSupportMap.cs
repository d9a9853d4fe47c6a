using Dapper;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Of how many organizations of a territory somebody stands behind, service by service, and the same below it: sums alone.</summary>
public static class GetSupportMap
{
    public static void Map(RouteGroupBuilder territory) =>
        territory.MapGet("/support", async (string territoryCode, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(territoryCode), ct)))
            .Operation(nameof(GetSupportMap), Permission.SupportRead);

    public sealed record Query(string Code) : IQuery<Result>;

    /// <param name="Services">Codes of the dictionary `support-service`, in its order: those of `served`, here and below.</param>
    /// <param name="Expected">Open organizations that run the mentoring of teachers.</param>
    /// <param name="Any">How many of them somebody stands behind today, with whichever service.</param>
    /// <param name="Served">How many of them with each service today, in the order of `services`.</param>
    /// <param name="Children">Territories directly below; the territory itself among them where organizations stand directly on it.</param>
    public sealed record Result(
        string Code, TerritoryLevel Level, string NameRu, string NameEn, IReadOnlyList<string> Services, int Expected, int Any, IReadOnlyList<int> Served,
        IReadOnlyList<Child> Children);

    /// <param name="Code">`RU`, a federal district, ISO 3166-2:RU for regions, OKTMO for municipalities.</param>
    /// <param name="Expected">Open organizations that run the mentoring of teachers.</param>
    /// <param name="Any">How many of them somebody stands behind today, with whichever service.</param>
    /// <param name="Served">How many of them with each service today, in the order of the whole's `services`.</param>
    public sealed record Child(string Code, string NameRu, string NameEn, int Expected, int Any, IReadOnlyList<int> Served);

    sealed record Self(string Code, TerritoryLevel Level, string NameRu, string NameEn);

    sealed record Part(string Code, string NameRu, string NameEn, int Expected, int Any);

    sealed record Cell(string Code, string Service, int Served);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            await SupportReach.DemandTerritory(query.Code, db, caller, ct);
            return await db.Many(Sql, new { query.Code, Now = time.GetUtcNow().UtcDateTime }, async rows =>
            {
                var self = await rows.ReadSingleAsync<Self>();
                var services = (await rows.ReadAsync<string>()).AsList();
                var parts = (await rows.ReadAsync<Part>()).AsList();
                var cells = (await rows.ReadAsync<Cell>()).ToDictionary(cell => (cell.Code, cell.Service), cell => cell.Served);
                var children = parts.Select(part => new Child(part.Code, part.NameRu, part.NameEn, part.Expected, part.Any,
                    [.. services.Select(service => cells.GetValueOrDefault((part.Code, service)))])).ToList();
                return new Result(self.Code, self.Level, self.NameRu, self.NameEn, services, children.Sum(child => child.Expected),
                    children.Sum(child => child.Any), [.. services.Select((_, at) => children.Sum(child => child.Served[at]))], children);
            }, ct);
        }
    }

    /// <summary>Each organization of the territory once, under the part in which it stands.</summary>
    const string Expected = $"""
        with part as (
            select t.code, t.name_ru, t.name_en, tree.descendant_code place from territory t join territory_tree tree on tree.ancestor_code = t.code
             where t.parent_code = @Code
            union all select code, name_ru, name_en, code from territory where code = @Code),
        expected as (
            select part.code, o.id from part join organization o on o.territory_code = part.place
             where o.status = 'Open' and o.kind in {OrganizationKinds.Counted}),
        served as (
            select distinct expected.code, expected.id, l.service_code
              from expected join support_link l on l.organization_id = expected.id {SupportLife.Day} where l.period @> day.today)
        """;

    const string Sql = $"""
        select code, level, name_ru, name_en from territory where code = @Code;

        select code from dictionary_entry where dictionary = 'support-service' order by position, code;

        {Expected}
        select t.code, t.name_ru, t.name_en, (select count(*)::int from expected where expected.code = t.code) expected,
               (select count(distinct served.id)::int from served where served.code = t.code) "any"
          from territory t
         where t.parent_code = @Code or (t.code = @Code and exists (select from expected where expected.code = t.code))
         order by t.code = @Code, t.name_ru, t.code;

        {Expected}
        select code, service_code service, count(*)::int served from served group by code, service_code;
        """;
}
