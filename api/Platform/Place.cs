namespace Mentoring.Api.Platform;

/// <summary>An organization in the caller's reach, with its region and the day there.</summary>
public sealed record Place(Guid OrganizationId, string RegionCode, string TimeZone)
{
    public DateOnly Today(TimeProvider time) => RegionTime.Today(TimeZone, time);

    /// <summary>An organization out of the caller's reach is not found.</summary>
    public static Task<Place> Of(Guid organization, Db db, Caller caller, CancellationToken ct)
    {
        caller.Scope.MustReach(organization);
        return db.One<Place>(Sql, new { organization }, ct);
    }

    /// <summary>Of any organization, whoever asks: to keep what is written with it where its rows are.</summary>
    public static Task<string> RegionOf(Guid organization, Db db, CancellationToken ct) =>
        db.One<string>("select region_code from organization where id = @organization", new { organization }, ct);

    /// <summary>
    /// What is asked of one organization is not found where none of it is in the caller's reach: by the role, by the territory, by
    /// the work or by a program there in which the caller takes part.
    /// </summary>
    /// <param name="organization">Null where everything in reach is asked for.</param>
    public static Task Demand(Guid? organization, Db db, Caller caller, CancellationToken ct) => Demand(organization, null, db, caller, ct);

    /// <summary>The same where the caller's own rows are asked for too: wherever the caller worked.</summary>
    public static Task DemandOwn(Guid organization, Db db, Caller caller, CancellationToken ct) => Demand(organization, caller.Scope.Person, db, caller, ct);

    static async Task Demand(Guid? organization, Guid? person, Db db, Caller caller, CancellationToken ct)
    {
        if (organization is not { } one || caller.Scope.Reaches(one) || caller.Grants.Employers.Contains(one)) return;
        var reach = new
        {
            one, caller.Scope.Federation, Regions = caller.Scope.Regions.ToArray(), Territories = caller.Scope.Territories.ToArray(),
            Programs = caller.Scope.Programs.ToArray(), person,
        };
        if (!await db.One<bool>(InReach, reach, ct)) throw new NotFound();
    }

    const string InReach = """
        select exists (select from organization o
                        where o.id = @one and (@Federation or o.region_code = any(@Regions) or o.territory_code = any(@Territories)
                                               or exists (select from program p where p.id = any(@Programs) and p.organization_id = o.id)
                                               or exists (select from person p where p.id = @person::uuid and o.id = any(p.organization_ids))))
        """;

    const string Sql = """
        select o.id organization_id, o.region_code, t.time_zone
          from organization o join organization_zone t on t.place_id = o.id where o.id = @organization
        """;
}
