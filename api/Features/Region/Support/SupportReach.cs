using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Whose support the caller sees and writes: the own territory, the own region for a body, the own links.</summary>
static class SupportReach
{
    /// <param name="Kind">Code of the dictionary `organization-kind`.</param>
    public sealed record Body(Guid Id, string NameShort, string RegionCode, string Kind, bool Open, int Version);

    /// <summary>A territory that is none of the caller's is not found. A body sees the region where it stands.</summary>
    public static async Task DemandTerritory(string code, Db db, Caller caller, CancellationToken ct)
    {
        var reach = new
        {
            code, caller.Scope.Federation, Regions = caller.Scope.Regions.ToArray(), Territories = caller.Scope.Territories.ToArray(),
            Organizations = caller.Scope.Organizations.ToArray(),
        };
        if (!await db.One<bool>(InReach, reach, ct)) throw new NotFound();
    }

    /// <summary>A body that the caller works at by the permission asked for, or that stands in the caller's region.</summary>
    public static async Task<Body> DemandBody(Guid id, Db db, Caller caller, CancellationToken ct)
    {
        var body = await db.Maybe<Body>(BodySql, new { id }, ct);
        if (body is null || !(caller.Scope.Reaches(id) || caller.Scope.ReachesRegion(body.RegionCode))) throw new NotFound();
        if (!OrganizationKinds.Bodies.Contains(body.Kind)) throw new RuleViolation("support.no-body");
        return body;
    }

    const string InReach = $"""
        select exists (select from territory_tree tree
                        where tree.descendant_code = @code
                          and (@Federation or tree.ancestor_code = any(@Regions) or tree.ancestor_code = any(@Territories)
                               or tree.ancestor_code in (select o.region_code from organization o
                                                          where o.id = any(@Organizations) and o.kind in {OrganizationKinds.Body})))
        """;

    const string BodySql = "select id, name_short, region_code, kind, status = 'Open' open, version from organization where id = @id";
}
