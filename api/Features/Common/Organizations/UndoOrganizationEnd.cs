using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>Takes an organization's end back while nothing has followed from it yet: it is open again, as if nothing had been said.</summary>
public static class UndoOrganizationEnd
{
    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapPost("/{organizationId:guid}/end/undo", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Version), ct)))
            .Operation(nameof(UndoOrganizationEnd), Permission.OrganizationManage);

    /// <param name="Version">Of the organization that was looked at; another one answers 412.</param>
    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<Result>;

    public sealed record Result(OrganizationStatus Status, int Version);

    sealed record Current(string RegionCode, int Version, bool WasDivided) : IVersioned;

    sealed record Ended
    {
        public DateOnly EndedOn { get; init; }
        public Guid[] EventIds { get; init; } = [];
        public Guid[] SuccessorIds { get; init; } = [];
        public bool WasClosedByRegister { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var current = await db.One<Current>(Find, command, ct);
            caller.Scope.MustReachRegion(current.RegionCode);
            current.MustBeAt(command.Version);
            var now = time.GetUtcNow().UtcDateTime;
            var ended = await db.Maybe<Ended>(Take, new { command.Id, now }, ct)
                ?? throw new RuleViolation(current.WasDivided ? "organization.divided" : "organization.undo-late");
            await db.Execute(Reopen, new { command.Id, ended.EventIds, ended.SuccessorIds, ended.WasClosedByRegister, now }, ct);
            audit.About(command.Id, current.RegionCode, command.Id, new OrganizationEndUndone(ended.EndedOn));
            return new(OrganizationStatus.Open, command.Version + 1);
        }
    }

    const string Find = $"select region_code, version, {OrganizationLife.WasDivided} was_divided from organization o where id = @Id for update";

    const string Take = """
        update organization_handover set undone_at = @now
         where organization_id = @Id and settled_at is null and undone_at is null
        returning ended_on, event_ids, successor_ids, was_closed_by_register
        """;

    /// <summary>What else happened on that day stays.</summary>
    const string Reopen = """
        update organization set status = 'Open', closed_on = null, closed_by_register = @WasClosedByRegister, version = version + 1, updated_at = @now
         where id = @Id;
        delete from organization_successor where organization_id = @Id and successor_id = any(@SuccessorIds);
        delete from organization_event where id = any(@EventIds)
        """;
}
