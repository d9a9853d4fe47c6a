using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>An organization has ended: what it leaves is handed over or closed by the platform, which sees the people there.</summary>
public sealed record OrganizationEnded(Guid OrganizationId) : IMessage;

/// <summary>
/// Draws the consequences of an organization's end, in one transaction: people and their programs go over to the successor or
/// end there, roles end, what waits is closed, and the region is told. Each area says in its own SQL what its rows do.
/// </summary>
public sealed class SettleOrganization(DueWork due) : IHandle<OrganizationEnded>
{
    public const string Schedule = "0 15 * * * *";

    /// <summary>So long an end can be taken back: nothing has followed from it.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromMinutes(10);

    public sealed record Handover
    {
        public Guid Id { get; init; }
        public Guid Organization { get; init; }
        public required string Region { get; init; }
        public Guid? Heir { get; init; }
        public StaffFate Staff { get; init; }
        public DateOnly On { get; init; }
    }

    /// <summary>An end of which nothing is left, as its organization is open again.</summary>
    public sealed record Voided(Guid Id, Guid Organization, string Region, DateOnly On)
    {
        public void Tell(Audit audit) => audit.About(Organization, Region, Organization, new OrganizationEndVoided(On));
    }

    /// <summary>Counted as the preview does, before what follows ends one after the other.</summary>
    sealed record Ahead(int Requests, int Roles);

    sealed record Heir(Guid Id, string NameShort, string RegionCode);

    public Task Handle(OrganizationEnded message, CancellationToken ct) => Run(ct);

    public Task Run(CancellationToken ct) => due.Each<Handover, Done>(nameof(SettleOrganization), Due, one => new Command(one), ct);

    public sealed record Command(Handover Handover) : ICommand<Done>;

    public sealed class Handler(Db db, Leaving leaving, IEnumerable<IFollowEnd> areas, Access access, Audit audit, TimeProvider time)
        : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var (all, now) = (command.Handover, time.GetUtcNow().UtcDateTime);
            if (await db.One<bool>(IsOpenAgain, all, ct))
            {
                if (await db.List<Voided>(Void("id = @Id"), new { all.Id, now }, ct) is not [var end]) throw new RuleViolation("conflict.try-again");
                end.Tell(audit);
                return new();
            }

            if (await db.Execute(Take, new { all.Id, now }, ct) == 0) throw new RuleViolation("conflict.try-again");

            var heir = all.Heir is null ? null : await db.List<Heir>(Takers, all, ct) is [var only] ? only : null;
            var reason = $"Организация прекратила работу {all.On:dd.MM.yyyy}." + (heir is null ? "" : $" Преемник: {heir.NameShort}.");
            var (people, counts) = (all.Staff == StaffFate.HandOver, new Settlement());
            Heir[] heirs = heir is null || all.Staff == StaffFate.Release ? []
                : people ? [heir, .. (await db.List<Heir>(Parts, all, ct)).Where(part => part != heir)] : [heir];
            var ending = new Ending(all.Organization, all.Region, people ? heir?.Id : null, all.On, now, reason);
            var ahead = await db.One<Ahead>("select requests, roles from organization_ahead(@Organization, @On)", ending, ct);
            await db.Execute(StaffHandOver.Stage + StaffHandOver.Ends, new
            {
                ending.Organization, ending.Heir, ending.On, Parts = people ? heirs.Select(part => part.Id).ToArray() : [],
            }, ct);
            foreach (var one in heirs)
                await HandOver(new(all.Organization, all.Region, one.Id, one.RegionCode, one == heir, people, all.On, now, reason), counts, ct);
            foreach (var area in areas) await area.Close(ending, counts, ct);
            await leaving.Follow(all.Organization, ct);

            foreach (var holder in await db.List<string>(RoleClosings.Sql, ending, ct)) access.Forget(holder);
            await db.Execute(RoleClosings.Proposals, ending, ct);
            var imports = await db.List<Guid>(StaffHandOver.CancelImports, ending, ct);
            foreach (var id in imports) await db.Execute(ImportSql.DropFile, new { Id = id }, ct);
            var settled = new OrganizationEndSettled.Consequences(all.Id, people && heir is null, heir?.Id, await db.One<int>(StaffHandOver.People, null, ct),
                counts.Carried, counts.Ended, ahead.Requests, ahead.Roles, imports.Count, counts.ContractsCarried, counts.Contracts, counts.Delegations);
            await db.ExecuteOne(Settled, settled, ct);
            await db.Execute(Joined, new { all.Id, EventId = Guid.CreateVersion7(time.GetUtcNow()), all.Organization, Heir = heir?.Id, all.On }, ct);
            audit.About(all.Organization, all.Region, all.Organization, new OrganizationEndSettled(settled, all.On));
            foreach (var there in heir is null ? [] : heirs.Append(heir).Distinct().Where(one => one.RegionCode != all.Region))
                audit.About(there.Id, there.RegionCode, all.Organization, new OrganizationEndSettled(settled, all.On));
            return new();
        }

        async Task HandOver(Inheritance all, Settlement counts, CancellationToken ct)
        {
            if (all.WithPeople)
            {
                await db.Execute(StaffHandOver.Begins, all, ct);
                await db.Execute(NeedHandOver.Sql, all, ct);
            }

            foreach (var area in areas) await area.HandOver(all, counts, ct);
        }
    }

    /// <summary>
    /// Who takes over: the named successor or, where the register has closed that one meanwhile, the one that is open at the end
    /// of its successors. Where that is nobody, or not one, all are released.
    /// </summary>
    const string Takers = """
        with recursive chain (id, seen) as (
            select @Heir::uuid, array[@Organization::uuid, @Heir::uuid]
            union all
            select s.successor_id, seen || s.successor_id
              from chain c join organization o on o.id = c.id and o.status = 'Closed' join organization_successor s on s.organization_id = c.id
             where s.successor_id <> all(seen))
        select id, name_short, region_code from organization_held_open(array(select id from chain))
        """;

    /// <summary>Among whom it was divided, also who had been named as a part before.</summary>
    const string Parts = """
        select id, name_short, region_code
          from organization_held_open(array(
              select successor_id from organization_successor where organization_id = @Organization and since = @On
              union select unnest(part_ids) from organization_handover where id = @Id))
         order by id
        """;

    const string Due = """
        select h.id, h.organization_id organization, h.region_code region, h.heir_id heir, h.staff, h.ended_on "on"
          from organization_handover h
         where h.settled_at is null and h.undone_at is null and h.asked_at <= @Now::timestamptz - interval '10 minutes' order by h.asked_at
        """;

    /// <summary>A file of the register can open it again while its end waits.</summary>
    const string IsOpenAgain = "select status = 'Open' from organization where id = @Organization for update";

    /// <summary>
    /// Takes back the end of what was opened again before anything followed from it: who carries it on is nobody, and of others
    /// it is told no more; its own events go on telling what was said and that it was opened. Parameter: now.
    /// </summary>
    /// <param name="which">Of organization_handover.</param>
    public static string Void(string which) => $"""
        with void as (
            update organization_handover set undone_at = @now where settled_at is null and undone_at is null and {which}
            returning id, organization_id, region_code, ended_on, successor_ids, event_ids),
        unnamed as (
            delete from organization_successor s using void where s.organization_id = void.organization_id and s.successor_id = any(void.successor_ids)),
        untold as (
            delete from organization_event e using void where e.id = any(void.event_ids) and e.organization_id <> void.organization_id)
        select id, organization_id organization, region_code region, ended_on "on" from void
        """;

    const string Take = "update organization_handover set settled_at = @now where id = @Id and settled_at is null and undone_at is null";

    /// <summary>Whoever keeps one region does not write what happened in another: there the platform tells it.</summary>
    const string Joined = """
        insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
        select @EventId, heir.id, heir.region_code, 'Joined', @On, jsonb_build_object('joined', jsonb_build_object('to', gone.name_short))
          from organization gone join organization heir on heir.id = @Heir
         where gone.id = @Organization
           and exists (select from organization_event e where e.organization_id = gone.id and e.kind = 'Merged' and e.occurred_on = @On)
           and not exists (select from organization_event e where e.organization_id = heir.id and e.kind = 'Joined'
                              and e.id = any(array(select unnest(event_ids) from organization_handover where id = @Id)))
        """;

    const string Settled = """
        update organization_handover set staff = case when @Released then 'Release' else staff end, people = @People,
               programs_carried = @Carried, programs_ended = @Ended, requests = @Requests, roles = @Roles,
               imports = @Imports, contracts_carried = @ContractsCarried, contracts = @Contracts, delegations = @Delegations, heir_id = coalesce(@Heir, heir_id)
         where id = @Id
        """;
}
