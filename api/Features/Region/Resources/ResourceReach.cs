using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>Which resources the caller sees: those of the own region, those open to every region, and all that the own body keeps.</summary>
static class ResourceReach
{
    /// <summary>Of <c>resource r</c>. Parameters: those of <see cref="Args"/>.</summary>
    public const string Seen = $"(r.body_id = any(@Kept) or (r.status = 'Offered' and (r.is_open or @Federation or {Own})))";

    /// <summary>Whether <c>resource r</c> is kept in a region of the caller's. Parameters: those of <see cref="Args"/>.</summary>
    public const string Own = """
        (r.region_code = any(@Regions) or exists (select from organization own where own.id = any(@Places) and own.region_code = r.region_code)
            or exists (select from territory_tree tree where tree.ancestor_code = r.region_code and tree.descendant_code = any(@Territories)))
        """;

    public static object Args(Caller caller) => new
    {
        Kept = caller.Grants.For(Permission.ResourceManage)?.Organizations.ToArray() ?? [], caller.Scope.Federation, Regions = caller.Scope.Regions.ToArray(),
        Places = caller.Scope.Organizations.ToArray(), Territories = caller.Scope.Territories.ToArray(),
    };

    /// <summary>The body of the external contour that keeps a part of the map.</summary>
    public static async Task<Place> DemandBody(Guid organization, Db db, Caller caller, CancellationToken ct)
    {
        var place = await Place.Of(organization, db, caller, ct);
        if (!await db.One<bool>(IsBody, new { organization }, ct)) throw new RuleViolation("resource.no-body");
        return place;
    }

    const string IsBody = $"select kind in {OrganizationKinds.Body} and status = 'Open' from organization where id = @organization";
}
