using MediatR;
using Mentoring.Api.Features.Councils;
using Mentoring.Api.Features.Delegations;
using Mentoring.Api.Features.Events;
using Mentoring.Api.Features.Identity;
using Mentoring.Api.Features.Imports;
using Mentoring.Api.Features.Partnerships;
using Mentoring.Api.Features.People;
using Mentoring.Api.Features.Profiles;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Organizations;

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
        public string? HeirRegion { get; init; }
        public required string HowEnded { get; init; }
        public StaffFate Staff { get; init; }
        public DateOnly On { get; init; }
    }

    public Task Handle(OrganizationEnded message, CancellationToken ct) => Run(ct);

    public Task Run(CancellationToken ct) => due.Each<Handover, Done>(nameof(SettleOrganization), Due, one => new Command(one), ct);

    public sealed record Command(Handover Handover) : ICommand<Done>;

    public sealed class Handler(Db db, Leaving leaving, ProgramHandOver programs, Access access, Audit audit, TimeProvider time)
        : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var (all, now) = (command.Handover, time.GetUtcNow().UtcDateTime);
            if (await db.Execute(Take, new { all.Id, now }, ct) == 0) throw new RuleViolation("conflict.try-again");

            var args = new { all.Organization, all.Region, all.Heir, all.HeirRegion, all.On, Now = now, Reason = all.HowEnded };
            var requests = await db.One<int>($"select requests from organization_ahead(@Organization, @On)", args, ct);
            await db.Execute(StaffHandOver.Stage + StaffHandOver.Ends, args, ct);
            var heir = all.Staff == StaffFate.HandOver && await IsOpen(all.Heir, ct) ? all.Heir : null;
            var carried = heir is { } open ? await HandOver(all, open, args, ct) : 0;
            var ended = await programs.End(all.Organization, all.Region, all.On, all.HowEnded, ct);
            await leaving.Follow(all.Organization, ct);

            var roles = await db.List<string>(RoleClosings.Sql, args, ct);
            foreach (var holder in roles) access.Forget(holder);
            await db.Execute(RoleClosings.Proposals, args, ct);
            var imports = await db.List<Guid>(StaffHandOver.CancelImports, args, ct);
            foreach (var id in imports) await db.Execute(ImportSql.DropFile, new { Id = id }, ct);
            var counts = new
            {
                all.Id, released = all.Staff == StaffFate.HandOver && heir is null,
                people = await db.One<int>(StaffHandOver.People, null, ct), carried, ended, requests, roles = roles.Count, imports = imports.Count,
                contracts = await db.Execute(ContractClosings.Sql, args, ct),
                delegations = await DelegationClosings.Close(all.Organization, db, audit, time, ct),
            };
            await db.Execute(CouncilClosings.Sql, args, ct);
            await db.Execute(EventClosings.Sql, args, ct);
            await db.ExecuteOne(Settled, counts, ct);
            await db.Execute(Joined, new { EventId = Guid.CreateVersion7(time.GetUtcNow()), all.Organization, all.Heir, all.On }, ct);
            audit.About(all.Organization, all.Region, all.Organization, detail: new { settled = counts, all.On });
            if (all is { Heir: { } told, HeirRegion: { } there } && there != all.Region)
                audit.About(told, there, all.Organization, detail: new { settled = counts, all.On });
            return new();
        }

        /// <summary>The register may have closed a successor meanwhile: nobody goes to work there, all are released.</summary>
        async Task<bool> IsOpen(Guid? heir, CancellationToken ct) =>
            await db.One<bool>("select exists (select from organization_held_open(array[@heir::uuid]))", new { heir }, ct);

        /// <summary>Programs do not leave their region: a successor elsewhere takes over the people alone.</summary>
        async Task<int> HandOver(Handover all, Guid heir, object args, CancellationToken ct)
        {
            await db.Execute(StaffHandOver.Begins, args, ct);
            await db.Execute(NeedHandOver.Sql, args, ct);
            await db.Execute(ProfileHandOver.Sql, args, ct);
            var carried = all.HeirRegion == all.Region ? await programs.Carry(all.Organization, heir, all.Region, all.On, ct) : 0;
            await programs.CarryPlaces(all.Organization, heir, all.On, ct);
            return carried;
        }
    }

    const string Due = """
        select h.id, h.organization_id organization, h.region_code region, h.heir_id heir, heir.region_code heir_region, h.staff, h.ended_on "on",
               concat_ws(' ', 'Организация прекратила работу', to_char(h.ended_on, 'DD.MM.YYYY') || '.', 'Преемник: ' || heir.name_short || '.') how_ended
          from organization_handover h left join organization heir on heir.id = h.heir_id
         where h.settled_at is null and h.undone_at is null and h.asked_at <= @Now::timestamptz - interval '10 minutes' order by h.asked_at
        """;

    const string Take = "update organization_handover set settled_at = @now where id = @Id and settled_at is null and undone_at is null";

    /// <summary>Whoever keeps one region does not write what happened in another: there the platform tells it.</summary>
    const string Joined = """
        insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
        select @EventId, heir.id, heir.region_code, 'Joined', @On, jsonb_build_object('joined', jsonb_build_object('to', gone.name_short))
          from organization gone join organization heir on heir.id = @Heir
         where gone.id = @Organization
           and exists (select from organization_event e where e.organization_id = gone.id and e.kind = 'Merged' and e.occurred_on = @On)
           and not exists (select from organization_event e where e.organization_id = heir.id and e.kind = 'Joined' and e.occurred_on = @On
                              and e.detail->'joined'->>'to' = gone.name_short)
        """;

    const string Settled = """
        update organization_handover set staff = case when @released then 'Release' else staff end, people = @people,
               programs_carried = @carried, programs_ended = @ended, requests = @requests, roles = @roles,
               imports = @imports, contracts = @contracts, delegations = @delegations
         where id = @Id
        """;
}
