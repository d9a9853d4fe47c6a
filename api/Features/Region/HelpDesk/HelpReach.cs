using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>For which school one asks, and what of the articles one reads.</summary>
static class HelpReach
{
    /// <summary>Where the caller works, or which the caller leads; any other is not found.</summary>
    public static Task<Place> Own(Guid organization, Db db, Caller caller, CancellationToken ct) =>
        caller.Grants.Employers.Contains(organization) || caller.Scope.Reaches(organization)
            ? db.One<Place>("""
                select o.id organization_id, o.region_code, t.time_zone
                  from organization o join organization_zone t on t.place_id = o.id where o.id = @organization
                """, new { organization }, ct)
            : throw new NotFound();

    /// <summary>Where the caller works or holds a role: their regions are those whose articles one reads.</summary>
    public static Guid[] Places(Caller caller) =>
        [.. caller.Grants.Employers.Concat(caller.Grants.Assignments.Select(held => held.OrganizationId).OfType<Guid>()).Distinct()];

    /// <summary>Which articles <c>a</c> the caller reads: published for the country or an own region. Parameter: Places.</summary>
    public const string Published = """
        (a.status = 'Published' and (a.country or a.region_code in (select p.region_code from organization p where p.id = any(@Places))))
        """;

    public static async Task DemandCodes(string form, string[] areas, Db db, CancellationToken ct)
    {
        var known = await db.List<string>("""
            select dictionary || '/' || code from dictionary_entry
             where (dictionary = 'help-form' and code = @form) or (dictionary = 'competence-area' and code = any(@areas))
            """, new { form, areas }, ct);
        if (!known.Contains($"help-form/{form}")) throw new BadInput("help.form-unknown") { Pointer = "/form" };
        if (Array.FindIndex(areas, area => !known.Contains($"competence-area/{area}")) is >= 0 and var at)
            throw new BadInput("help.area-unknown") { Pointer = $"/areas/{at}" };
    }
}
