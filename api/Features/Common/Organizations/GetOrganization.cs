using System.Text.Json;
using Dapper;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>Everything public about one organization, with what happened to it.</summary>
public static class GetOrganization
{
    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapGet("/{organizationId:guid}", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetOrganization), Permission.SignedIn);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Kind">Code of the dictionary `organization-kind`.</param>
    /// <param name="Sector">Code of the dictionary `sector`.</param>
    /// <param name="TerritoryCode">Municipality, or the region where the municipality is not known.</param>
    /// <param name="Ogrn">Registration number: 13 digits, 15 for entrepreneurs.</param>
    /// <param name="Inn">Taxpayer number: 10 digits, 12 for entrepreneurs.</param>
    /// <param name="RegisterId">Its id in the public register of accredited educational organizations.</param>
    /// <param name="Events">The newest first.</param>
    /// <param name="Successors">Who carries on what it was.</param>
    /// <param name="Predecessors">What it carries on.</param>
    /// <param name="CarriedOnBy">Who is open at the end of its successors, where a successor is no more.</param>
    /// <param name="ClosedByRegister">The register has closed it; its successor, if any, was guessed by the name or corrected since.</param>
    /// <param name="Handover">What its end has brought; null of one that did not end so.</param>
    public sealed record Result(
        Guid Id, string NameShort, string NameFull, string Kind, string Sector, string TerritoryCode, string TerritoryNameRu, string RegionCode,
        string RegionNameRu, string? Ogrn, string? Inn, string? Kpp, string? Address, string? Email, string? Phone, string? Website,
        OrganizationStatus Status, DateOnly? OpenedOn, DateOnly? ClosedOn, string? RegisterId, int Version, DateTime UpdatedAt, IReadOnlyList<Event> Events,
        IReadOnlyList<Related> Successors, IReadOnlyList<Related> Predecessors, IReadOnlyList<Related> CarriedOnBy, bool ClosedByRegister,
        Handover? Handover);

    /// <param name="SettlesAt">Until then it can be taken back; then the platform does it.</param>
    /// <param name="SettledAt">When the platform had done it; null before.</param>
    /// <param name="People">Who worked there until then.</param>
    /// <param name="ProgramsCarried">Programs that go on at the successor.</param>
    /// <param name="ProgramsEnded">Programs that ended with it or were given up.</param>
    /// <param name="Requests">Requests to pairs that were closed.</param>
    /// <param name="ContractsCarried">Contracts with partners that go on at the successor.</param>
    /// <param name="Contracts">Contracts that ended with it.</param>
    /// <param name="HeirId">Who took over or will; null where nobody does.</param>
    public sealed record Handover(
        StaffFate Staff, DateOnly EndedOn, DateTime SettlesAt, DateTime? SettledAt, int People, int ProgramsCarried, int ProgramsEnded, int Requests, int Roles,
            int Imports, int ContractsCarried, int Contracts, int Delegations, Guid? HeirId, string? HeirNameShort);

    /// <param name="Since">The day from which one carries the other on.</param>
    public sealed record Related(Guid Id, string NameShort, DateOnly Since);

    /// <param name="Detail">What changed: each field with its value before and after.</param>
    public sealed record Event(OrganizationEventKind Kind, DateOnly OccurredOn, JsonElement Detail);

    sealed record Row(
        Guid Id, string NameShort, string NameFull, string Kind, string Sector, string TerritoryCode, string TerritoryNameRu, string RegionCode,
        string RegionNameRu, string? Ogrn, string? Inn, string? Kpp, string? Address, string? Email, string? Phone, string? Website,
        OrganizationStatus Status, DateOnly? OpenedOn, DateOnly? ClosedOn, string? RegisterId, int Version, DateTime UpdatedAt, bool ClosedByRegister);

    sealed record EventRow(OrganizationEventKind Kind, DateOnly OccurredOn, string Detail);

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, query, async rows =>
        {
            var o = await rows.ReadSingleOrDefaultAsync<Row>() ?? throw new NotFound();
            var events = await rows.ReadAsync<EventRow>();
            var (successors, predecessors) = ((await rows.ReadAsync<Related>()).AsList(), (await rows.ReadAsync<Related>()).AsList());
            var carriedOnBy = (await rows.ReadAsync<Related>()).AsList();
            var handover = await rows.ReadSingleOrDefaultAsync<Handover>();
            return new Result(
                o.Id, o.NameShort, o.NameFull, o.Kind, o.Sector, o.TerritoryCode, o.TerritoryNameRu, o.RegionCode, o.RegionNameRu, o.Ogrn, o.Inn, o.Kpp,
                o.Address, o.Email, o.Phone, o.Website, o.Status, o.OpenedOn, o.ClosedOn, o.RegisterId, o.Version, o.UpdatedAt,
                [.. events.Select(e => new Event(e.Kind, e.OccurredOn, JsonSerializer.Deserialize<JsonElement>(e.Detail)))], successors, predecessors,
                carriedOnBy, o.ClosedByRegister, handover);
        }, ct);
    }

    const string Sql = """
        select o.id, o.name_short, o.name_full, o.kind, o.sector, o.territory_code, t.name_ru territory_name_ru, o.region_code, r.name_ru region_name_ru,
               o.ogrn, o.inn, o.kpp, o.address, o.email, o.phone, o.website, o.status, o.opened_on, o.closed_on, o.register_id, o.version, o.updated_at,
               o.status = 'Closed' and o.closed_by_register closed_by_register
          from organization o join territory t on t.code = o.territory_code join territory r on r.code = o.region_code
         where o.id = @Id;
        select kind, occurred_on, detail from organization_event where organization_id = @Id order by occurred_on desc, id desc;
        select o.id, o.name_short, s.since from organization_successor s join organization o on o.id = s.successor_id where s.organization_id = @Id
           order by s.since, o.name_short;
        select o.id, o.name_short, s.since from organization_successor s join organization o on o.id = s.organization_id where s.successor_id = @Id
           order by s.since, o.name_short;
        with recursive chain (id, since, seen) as (
            select s.successor_id, s.since, array[@Id, s.successor_id]
              from organization_successor s join organization o on o.id = s.successor_id and o.status = 'Closed' where s.organization_id = @Id
            union all
            select s.successor_id, s.since, seen || s.successor_id
              from chain c join organization o on o.id = c.id and o.status = 'Closed' join organization_successor s on s.organization_id = c.id
             where s.successor_id <> all(seen))
        select o.id, o.name_short, min(c.since) since from chain c join organization o on o.id = c.id and o.status = 'Open'
         group by o.id order by since, o.name_short;
        select h.staff, h.ended_on, h.asked_at + interval '10 minutes' settles_at, h.settled_at, h.people, h.programs_carried, h.programs_ended,
               h.requests, h.roles, h.imports, h.contracts_carried, h.contracts, h.delegations,
               heir.id heir_id, heir.name_short heir_name_short
          from organization_handover h join organization o on o.id = h.organization_id
          left join organization heir on heir.id = h.heir_id and (h.settled_at is null or h.staff = 'HandOver' or h.contracts_carried > 0)
         where h.organization_id = @Id and h.undone_at is null and o.status = 'Closed' order by h.asked_at desc limit 1;
        """;
}
