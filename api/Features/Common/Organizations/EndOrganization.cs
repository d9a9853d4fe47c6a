using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>
/// An organization closes, is merged into another, or is split. Its history stays, and those that carry it on are named.
/// Nobody is left behind: while people work or programs run there, it is said what becomes of them.
/// </summary>
public static class EndOrganization
{
    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapPost("/{organizationId:guid}/end", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Version, body.How, body.On, body.SuccessorIds ?? [], body.StaysOpen,
                    body.Basis, body.Staff, body.HeirId), ct)))
            .Operation(nameof(EndOrganization), Permission.OrganizationManage);

    /// <summary>How an organization ends: with none, one or several to carry it on.</summary>
    public enum How { Closed, Merged, Split }

    /// <param name="Version">Of the organization that was looked at; another one answers 412.</param>
    /// <param name="On">The day from which it is no more; today or before.</param>
    /// <param name="SuccessorIds">Who carries it on: at most one that closes, exactly one that is merged, 1 to 20 parts of one that is split.</param>
    /// <param name="StaysOpen">Only of a split: a part leaves and the organization goes on.</param>
    /// <param name="Basis">The document that says so.</param>
    /// <param name="Staff">What becomes of its people and their programs; with `None` nobody may be there.</param>
    /// <param name="HeirId">
    /// Which of several parts takes over people, programs and contracts; needed to hand them over. Whoever another part has hired
    /// from that day on goes there.
    /// </param>
    public sealed record Body(
        int Version, How How, DateOnly On, IReadOnlyList<Guid>? SuccessorIds = null, bool StaysOpen = false, string? Basis = null,
            StaffFate Staff = StaffFate.None, Guid? HeirId = null);

    public sealed record Command(
        Guid Id, int Version, How How, DateOnly On, IReadOnlyList<Guid> SuccessorIds, bool StaysOpen, string? Basis, StaffFate Staff, Guid? HeirId = null)
        : ICommand<Result>
    {
        /// <summary>Who takes over what it leaves.</summary>
        public Guid? TakerId => HeirId ?? (SuccessorIds.Distinct().ToArray() is [var only] ? only : null);
    }

    public sealed record Result(OrganizationStatus Status, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SuccessorIds.Count).InclusiveBetween(0, 1).When(c => c.How == How.Closed).OverridePropertyName("successorIds");
            RuleFor(c => c.SuccessorIds.Count).Equal(1).When(c => c.How == How.Merged).OverridePropertyName("successorIds");
            RuleFor(c => c.SuccessorIds.Count).InclusiveBetween(1, 20).When(c => c.How == How.Split).OverridePropertyName("successorIds");
            RuleFor(c => c.StaysOpen).Equal(false).When(c => c.How != How.Split);
            RuleFor(c => c.Basis).MaximumLength(500);
            RuleFor(c => c.Staff).Must((command, staff) => staff == StaffFate.None
                || !command.StaysOpen && (staff == StaffFate.Release || command.TakerId is not null));
            RuleFor(c => c.HeirId).Must((command, heir) => heir is null || command.SuccessorIds.Contains(heir.Value));
        }
    }

    sealed record Heir(Guid Id, string NameShort, string RegionCode);

    /// <summary>What an end has written, so that it can be taken back by name.</summary>
    sealed record Written(Guid[] Events, Guid[] Successors, Guid[] Parts, bool WasClosedByRegister);

    sealed record Left(int People, int Late, int Programs, int Preparing);

    public sealed class Handler(Db db, Caller caller, Audit audit, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var current = await OrganizationLife.Lock(db, caller, command.Id, command.Version, command.On, time, ct);
            Guid[] asked = [.. command.SuccessorIds.Distinct()];
            var heirs = await db.List<Heir>(Heirs, new { command.Id, Ids = asked }, ct);
            if (heirs.Count < asked.Length) throw new BadInput("organization.no-successor") { Pointer = "/successorIds" };
            if (!command.StaysOpen) await RefuseWhileAnythingRuns(command, ct);

            var wasClosedByRegister = await db.One<bool>("select closed_by_register from organization where id = @Id", new { command.Id }, ct);
            await db.Execute(Save, new { command.Id, command.On, Closes = !command.StaysOpen, Now = time.GetUtcNow().UtcDateTime }, ct);
            var (successors, events) = (new List<Guid>(), new List<Guid>());
            foreach (var heir in heirs)
                if (await db.Execute(Succeed, new { command.Id, Heir = heir.Id, current.RegionCode, command.On }, ct) > 0) successors.Add(heir.Id);
            events.Add(await OrganizationLife.Tell(db, command.Id, Enum.Parse<OrganizationEventKind>(command.How.ToString()), command.On,
                OrganizationLife.Detail(command.Basis, "successor", heirs.Count > 0 ? new(null, string.Join(", ", heirs.Select(heir => heir.NameShort)))
                    : null), time, ct));
            if (command.How == How.Merged && caller.Scope.ReachesRegion(heirs[0].RegionCode))
                events.Add(await OrganizationLife.Tell(db, heirs[0].Id, OrganizationEventKind.Joined, command.On, OrganizationLife.Detail(command.Basis,
                    "joined", new(null, current.NameShort)), time, ct));
            if (!command.StaysOpen)
                await LeaveToThePlatform(command, current.RegionCode, new([.. events], [.. successors], asked, wasClosedByRegister), ct);
            audit.About(command.Id, current.RegionCode, command.Id, new OrganizationEndKnown(command.How, command.On, command.Staff, asked));
            return new(command.StaysOpen ? OrganizationStatus.Open : OrganizationStatus.Closed, command.Version + 1);
        }

        async Task RefuseWhileAnythingRuns(Command command, CancellationToken ct)
        {
            var left = await db.One<Left>($"select people, late, programs, preparing from {OrganizationLife.Ahead}", new { command.Id, command.On }, ct);
            if (command.Staff == StaffFate.None && left.People + left.Programs > 0)
                throw new RuleViolation("organization.still-works", ("people", left.People), ("programs", left.Programs));
            if (await db.One<bool>(IsAwaited, new { command.Id }, ct)) throw new RuleViolation("organization.takes-over");
            if (left.Late > 0) throw new RuleViolation("organization.late-hires", ("people", left.Late));
        }

        /// <summary>Who works there is closed to whoever keeps the register.</summary>
        async Task LeaveToThePlatform(Command command, string region, Written written, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            await db.Execute(Leave, new
            {
                HandoverId = Guid.CreateVersion7(now), command.Id, Region = region, HeirId = command.TakerId,
                Staff = command.Staff.ToString(), command.On, Now = now.UtcDateTime,
                written.Events, written.Successors, written.Parts, written.WasClosedByRegister,
            }, ct);
            await outbox.Add(new OrganizationEnded(command.Id), ct, now + SettleOrganization.Waits);
        }
    }

    /// <summary>They stay open until this is written: none of them ends at the same moment.</summary>
    const string Heirs = "select id, name_short, region_code from organization_held_open(array_remove(@Ids::uuid[], @Id)) order by name_short, id";

    const string IsAwaited = """
        select exists (select from organization_handover where heir_id = @Id and staff = 'HandOver' and settled_at is null and undone_at is null)
        """;

    const string Leave = """
        insert into organization_handover (region_code, id, organization_id, heir_id, staff, ended_on, asked_at, event_ids, successor_ids,
            part_ids, was_closed_by_register)
        values (@Region, @HandoverId, @Id, @HeirId, @Staff, @On, @Now, @Events, @Successors, @Parts, @WasClosedByRegister)
        """;
    const string Save = """
        update organization set status = case when @Closes then 'Closed' else status end, closed_on = case when @Closes then @On end,
               closed_by_register = false, version = version + 1, updated_at = @Now
         where id = @Id
        """;
    const string Succeed = """
        insert into organization_successor (organization_id, successor_id, region_code, since) values (@Id, @Heir, @RegionCode, @On) on conflict do nothing
        """;
}
