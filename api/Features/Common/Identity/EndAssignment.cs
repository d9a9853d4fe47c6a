using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Ends a role; within seconds it gives nothing any more.</summary>
public static class EndAssignment
{
    public static void Map(RouteGroupBuilder assignments) =>
        assignments.MapPost("/{assignmentId:guid}/end", async (Guid assignmentId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(assignmentId, body.EndsOn), ct)))
            .Operation(nameof(EndAssignment), Permission.AccountManage);

    /// <param name="EndsOn">The first day on which the role is no longer held: today when absent, never earlier; never later than it ends anyway.</param>
    public sealed record Body(DateOnly? EndsOn = null);

    public sealed record Command(Guid Id, DateOnly? EndsOn) : ICommand<Result>;

    public sealed record Result(DateOnly EndedOn);

    sealed record Row(string Holder, Role Role, Guid? OrganizationId, string? RegionCode, DateOnly StartedOn, DateOnly? EndedOn, DateOnly Today);

    public sealed class Handler(Db db, Caller caller, Access access, Outbox outbox, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var current = await db.One<Row>(Lock, new { command.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            var today = current.Today;
            Granting.DemandPlace(caller.Scope, current.OrganizationId);
            if (command.EndsOn < today) throw new BadInput("assignment.ends-in-past") { Pointer = "/endsOn" };
            if (!Granting.May(caller.Scope.Federation, current.Role)) throw new Forbidden("assignment.role-not-yours");
            if (current.EndedOn <= today) throw new RuleViolation("assignment.ended");
            if (command.EndsOn > current.EndedOn) throw new BadInput("assignment.ends-later") { Pointer = "/endsOn" };
            if (current.Role == Role.SystemAdministrator && !await db.One<bool>(OthersSql, new { command.Id, today }, ct))
                throw new RuleViolation("assignment.last-administrator");

            var wanted = command.EndsOn ?? today;
            var endedOn = wanted > current.StartedOn ? wanted : current.StartedOn;
            await db.ExecuteOne("update role_assignment set ended_on = @endedOn where id = @Id", new { command.Id, endedOn }, ct);
            access.Forget(current.Holder);
            if (endedOn <= today && current.OrganizationId is { } organization) await outbox.Add(new RoleEnded(organization), ct);
            audit.About(current.OrganizationId ?? Audit.Platform, current.RegionCode ?? Audit.PlatformRegion, command.Id,
                new AssignmentEnded(current.Role, endedOn));
            return new(endedOn);
        }
    }

    const string Lock = """
        select coalesce(account_id::text, client_id) holder, role, organization_id, region_code, started_on, ended_on,
               local_day(@Now, organization_id, territory_code) today
          from role_assignment where id = @Id for update
        """;

    // Locks the others, so that two administrators cannot end each other at once.
    const string OthersSql = """
        with others as (
            select r.id from role_assignment r join identity.account a on a.id = r.account_id and a.blocked_at is null
             where r.role = 'SystemAdministrator' and r.started_on <= @today and (r.ended_on is null or r.ended_on > @today)
             order by r.id for update)
        select exists (select from others where id <> @Id)
        """;
}
