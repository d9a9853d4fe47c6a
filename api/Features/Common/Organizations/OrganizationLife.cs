using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>What the dated events in an organization's life share: who may tell them, of which days, and how they are kept.</summary>
static class OrganizationLife
{
    /// <param name="Today">Its own day.</param>
    /// <param name="LastOn">The latest day from which something about it is as it is now.</param>
    public sealed record Current(
        Guid Id, string NameShort, string RegionCode, string TerritoryCode, string Kind, OrganizationStatus Status, DateOnly? OpenedOn, DateOnly? LastOn,
            DateOnly Today, int Version) : IVersioned;

    /// <summary>Locks the organization. One out of the caller's regions is not found; a day before what is known of it, or to come, is refused.</summary>
    public static async Task<Current> Lock(Db db, Caller caller, Guid id, int version, DateOnly on, TimeProvider time, CancellationToken ct)
    {
        var current = await db.One<Current>(Find, new { id, Now = time.GetUtcNow().UtcDateTime }, ct);
        caller.Scope.MustReachRegion(current.RegionCode);
        current.MustBeAt(version);
        if (current.Status != OrganizationStatus.Open) throw new RuleViolation("organization.closed");
        if (on > current.Today) throw new BadInput("organization.day-to-come") { Pointer = "/on" };
        if (on <= (current.LastOn ?? current.OpenedOn)) throw new BadInput("organization.day-before") { Pointer = "/on" };
        return current;
    }

    /// <summary>Keeps what the organization was until the day on which it changed.</summary>
    public static Task<int> KeepPast(Db db, Current current, DateOnly on, CancellationToken ct) =>
        db.Execute(Past, new { current.Id, current.RegionCode, on, current.Kind, current.TerritoryCode }, ct);

    /// <summary>A field of an event: what it was and what it is.</summary>
    public sealed record Change(string? From, string? To);

    public static Dictionary<string, Change> Detail(string? basis, string? field = null, Change? change = null)
    {
        var detail = new Dictionary<string, Change>();
        if (field is not null && change is not null) detail[field] = change;
        if (!string.IsNullOrWhiteSpace(basis)) detail["basis"] = new(null, basis.Trim());
        return detail;
    }

    /// <returns>The event's id.</returns>
    public static async Task<Guid> Tell(Db db, Guid id, OrganizationEventKind kind, DateOnly on, Dictionary<string, Change> detail, TimeProvider time,
        CancellationToken ct)
    {
        var eventId = Guid.CreateVersion7(time.GetUtcNow());
        await db.Execute(Event, new
        {
            eventId, id, Kind = kind.ToString(), on, Detail = System.Text.Json.JsonSerializer.Serialize(detail, Json.Options),
        }, ct);
        return eventId;
    }

    /// <summary>How much is there from a day on, in numbers. Parameters: Id, On.</summary>
    public const string Ahead = "organization_ahead(@Id, @On)";

    /// <summary>A part has left it and it goes on: that was no end. Of organization o.</summary>
    public const string WasDivided =
        "(o.status = 'Open' and exists (select from organization_event e where e.organization_id = o.id and e.kind = 'Split'))";

    const string Find = """
        select o.id, o.name_short, o.region_code, o.territory_code, o.kind, o.status, o.opened_on,
               (select max(p.until) from organization_past p where p.organization_id = o.id) last_on, local_day(@Now, o.id) today, o.version
          from organization o where o.id = @id for update
        """;
    const string Past = """
        insert into organization_past (organization_id, region_code, until, kind, territory_code) values (@Id, @RegionCode, @on, @Kind, @TerritoryCode)
        """;
    const string Event = """
        insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
        select @eventId, id, region_code, @Kind, @on, @Detail::jsonb from organization where id = @id
        """;
}
