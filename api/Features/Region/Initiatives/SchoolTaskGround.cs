using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>In whose name schools are set tasks: a territory or a body that is the caller's own.</summary>
sealed record SchoolTaskGround(string RegionCode, string Name, DateOnly Today)
{
    public static async Task<SchoolTaskGround> Of(string? territory, Guid? body, Db db, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var args = new { territory, body, Now = time.GetUtcNow().UtcDateTime };
        if (territory is null == body is null) throw new BadInput("school-task.setter") { Pointer = "/territoryCode" };
        if (body is { } id)
        {
            caller.Scope.MustReach(id);
            return await db.Maybe<SchoolTaskGround>(OfBody, args, ct) ?? throw new BadInput("school-task.no-body") { Pointer = "/bodyId" };
        }

        if (!caller.Scope.ReachesTerritory(territory!, territory!)) throw new NotFound();
        return await db.One<SchoolTaskGround>(OfTerritory, args, ct);
    }

    const string OfTerritory = """
        select case t.level when 'Region' then t.code else t.parent_code end region_code, t.name_ru name, local_day(@Now, null, t.code) today
          from territory t where t.code = @territory and t.level in ('Region', 'Municipality')
        """;

    const string OfBody = $"""
        select o.region_code, o.name_short name, local_day(@Now, o.id) today from organization o
         where o.id = @body and o.kind in {OrganizationKinds.Body} and o.status = 'Open'
        """;

    /// <summary>Organization <c>o</c> can be set a task. Parameters: TerritoryCode, BodyId, RegionCode, Today.</summary>
    public const string Reached = $"""
        (o.status = 'Open' and o.kind in {OrganizationKinds.Counted} and o.region_code = @RegionCode
         and (@TerritoryCode::text is null or o.territory_code in (select descendant_code from territory_tree where ancestor_code = @TerritoryCode))
         and (@BodyId::uuid is null
              or exists (select from support_link l where l.organization_id = o.id and l.body_id = @BodyId and l.period @> @Today::date)))
        """;
}
