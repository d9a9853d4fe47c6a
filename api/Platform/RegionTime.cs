namespace Mentoring.Api.Platform;

/// <summary>
/// What day it is. A day, a deadline and a notice begin and end where the organization is: Russia has eleven time zones, and
/// a municipality may keep another than its region. In SQL the same is told by <c>local_day</c> and <c>organization_zone</c>.
/// </summary>
public static class RegionTime
{
    /// <summary>Where the platform's own days begin: dictionaries, registers and what belongs to no place.</summary>
    public const string Federation = "Europe/Moscow";

    /// <summary>Where Russia's day begins first.</summary>
    public const string First = "Asia/Kamchatka";

    /// <param name="timeZone">IANA name, as regions carry it.</param>
    public static DateOnly Today(string timeZone, TimeProvider time) => DayOf(time.GetUtcNow(), timeZone);

    public static DateOnly DayOf(DateTimeOffset instant, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    /// <summary>The instant, in UTC, at which this day begins there.</summary>
    public static DateTime Begin(DateOnly day, string timeZone) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    public static DateOnly DayOf(DateTime utc, string timeZone) => DayOf(new DateTimeOffset(utc, TimeSpan.Zero), timeZone);

    /// <summary>At this organization; in the federation for what belongs to none.</summary>
    public static Task<DateOnly> TodayAt(Guid? organization, Db db, TimeProvider time, CancellationToken ct) =>
        db.One<DateOnly>("select local_day(@Now, @organization::uuid)", new { organization, Now = time.GetUtcNow().UtcDateTime }, ct);

    /// <summary>In this territory; in the federation where none is given.</summary>
    public static Task<DateOnly> TodayIn(string? territory, Db db, TimeProvider time, CancellationToken ct) =>
        db.One<DateOnly>("select local_day(@Now, null, @territory)", new { territory, Now = time.GetUtcNow().UtcDateTime }, ct);

    /// <summary>Where the caller works or holds a role; of several places the latest day, so that nothing that has begun in one is missing.</summary>
    public static Task<DateOnly> TodayOf(Caller caller, Db db, TimeProvider time, CancellationToken ct) => db.One<DateOnly>(OfPlaces, new
    {
        Places = caller.Grants.Assignments.Select(a => a.OrganizationId).OfType<Guid>().Concat(caller.Grants.Employers).ToArray(),
        Areas = caller.Grants.Assignments.Select(a => a.TerritoryCode).OfType<string>().ToArray(),
        Now = time.GetUtcNow().UtcDateTime,
    }, ct);

    /// <summary>IANA name of the organization's zone.</summary>
    public static Task<string> ZoneAt(Guid organization, Db db, CancellationToken ct) =>
        db.One<string>("select time_zone from organization_zone where place_id = @organization", new { organization }, ct);

    /// <summary>The zone of the first place where the caller holds a role or works; the federation's without one.</summary>
    public static Task<string> ZoneOf(Caller caller, Db db, CancellationToken ct) => db.One<string>(OfPlace, new
    {
        Places = caller.Grants.Assignments.Select(a => a.OrganizationId).OfType<Guid>().Concat(caller.Grants.Employers).ToArray(),
        Areas = caller.Grants.Assignments.Select(a => a.TerritoryCode).OfType<string>().ToArray(), Federation,
    }, ct);

    const string OfPlace = """
        select coalesce((select time_zone from organization_zone where place_id = any(@Places) order by array_position(@Places, place_id) limit 1),
                        (select coalesce(t.time_zone, above.time_zone) from territory t left join territory above on above.code = t.parent_code
                          where t.code = any(@Areas) and coalesce(t.time_zone, above.time_zone) is not null order by array_position(@Areas, t.code) limit 1),
                        @Federation)
        """;

    const string OfPlaces = """
        select coalesce(greatest((select max(local_day(@Now, place)) from unnest(@Places::uuid[]) place),
                                 (select max(local_day(@Now, null, area)) from unnest(@Areas::text[]) area)), local_day(@Now, null))
        """;
}
