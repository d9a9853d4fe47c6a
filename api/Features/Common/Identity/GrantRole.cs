using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Gives an account a dated role at an organization or a territory. A role that opens what is closed to the organization's head (Psychologist,
/// CouncilChair) is proposed: it is held once the person has agreed and a coordinator of the territory or an administrator has confirmed it.
/// </summary>
public static class GrantRole
{
    public static void Map(RouteGroupBuilder assignments) =>
        assignments.MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                var result = await mediator.Send(command, ct);
                return TypedResults.Created($"/api/v1/role-assignments/{result.Id}", result);
            })
            .Operation(nameof(GrantRole), Permission.AccountManage);

    /// <param name="Role">
    /// A head gives the roles of the own school or body; an administrator gives all but `IntegratingSystem`. Those of the external
    /// contour are held at its bodies alone.
    /// </param>
    /// <param name="OrganizationId">For roles of a school; else `territoryCode`.</param>
    /// <param name="TerritoryCode">A municipality, a region or `RU`, as the role demands.</param>
    /// <param name="StartedOn">Today when absent.</param>
    /// <param name="EndedOn">The first day on which the role is no longer held.</param>
    /// <param name="Basis">The document that it rests on: an order's number and date; needed for a role that is confirmed.</param>
    public sealed record Command(
        Guid AccountId, Role Role, Guid? OrganizationId = null, string? TerritoryCode = null, DateOnly? StartedOn = null, DateOnly? EndedOn = null,
            string? Basis = null)
        : ICommand<Result>;

    /// <param name="Id">Of the role; of the proposal where the role waits to be confirmed.</param>
    public sealed record Result(Guid Id, bool AwaitsConfirmation);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Basis).MaximumLength(500);
            RuleFor(c => c.Basis).NotEmpty().When(c => Confidential.Roles.Contains(c.Role));
            RuleFor(c => c.EndedOn).GreaterThan(c => c.StartedOn).When(c => c.StartedOn is not null);
        }
    }

    sealed record Seat(TerritoryLevel? Level, string RegionCode, DateOnly Today, bool Closed, string? Kind);

    sealed record Holder(Guid? PersonId);

    public sealed class Handler(Db db, Caller caller, Access access, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (command.OrganizationId is null == command.TerritoryCode is null) throw new BadInput("assignment.one-place") { Pointer = "/organizationId" };
            if (command.Role == Role.IntegratingSystem) throw new BadInput("assignment.role-of-systems") { Pointer = "/role" };
            Granting.DemandPlace(caller.Scope, command.OrganizationId);
            var seat = await db.One<Seat>(SeatSql, new { command.OrganizationId, command.TerritoryCode, Now = time.GetUtcNow().UtcDateTime }, ct);
            if (seat.Closed) throw new RuleViolation("assignment.organization-closed");
            if (!Granting.Fits(command.Role, seat.Level)) throw new BadInput("assignment.role-not-here") { Pointer = "/role" };
            Granting.DemandBody(command.Role, seat.Kind);
            if (!Granting.May(caller.Scope.Federation, command.Role)) throw new Forbidden("assignment.role-not-yours");
            var holder = await db.Maybe<Holder>("select person_id from identity.account where id = @AccountId", command, ct)
                ?? throw new BadInput("account.unknown") { Pointer = "/accountId" };
            Granting.DemandOther(caller.Id, caller.Scope.Federation, command.Role, command.AccountId, holder.PersonId);

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var today = seat.Today;
            if (Confidential.Roles.Contains(command.Role)) return await Propose(id, command, seat.RegionCode, holder.PersonId, now, today, ct);

            var from = command.StartedOn ?? today;
            await DemandWorth(command, holder.PersonId, from, today, ct);
            var region = command.OrganizationId is null ? null : seat.RegionCode;
            await db.Execute(Sql, new
            {
                Id = id, command.AccountId, Role = command.Role.ToString(), command.OrganizationId, RegionCode = region, command.TerritoryCode,
                StartedOn = from, command.EndedOn, command.Basis, GrantedBy = caller.Id,
            }, ct);
            access.Forget(command.AccountId.ToString());
            audit.About(command.OrganizationId ?? Audit.Platform, seat.RegionCode, id,
                new AssignmentGranted(command.AccountId, command.Role, command.TerritoryCode));
            return new(id, AwaitsConfirmation: false);
        }

        async Task<Result> Propose(Guid id, Command command, string region, Guid? person, DateTimeOffset now, DateOnly today, CancellationToken ct)
        {
            var organization = command.OrganizationId!.Value;
            var from = command.StartedOn > today ? command.StartedOn.Value : today;
            await DemandWorth(command, person, from, today, ct);
            await Granting.DemandApart(command.AccountId, organization, from, command.EndedOn, db, ct);
            var role = command.Role.ToString();
            await RoleProposalRow.Propose(
                new(id, organization, region, command.AccountId, role, command.Basis!, from, command.EndedOn, caller.Id, now.UtcDateTime), db, ct);
            audit.About(organization, region, id, new AssignmentProposed(command.AccountId, command.Role));
            return new(id, AwaitsConfirmation: true);
        }

        /// <summary>A role is held on days to come, by one of the staff. An administrator sees no staff, and answers for whom it is given to.</summary>
        async Task DemandWorth(Command command, Guid? person, DateOnly from, DateOnly today, CancellationToken ct)
        {
            var first = from > today ? from : today;
            if (command.EndedOn <= first) throw new BadInput("assignment.ends-in-past") { Pointer = "/endedOn" };
            if (!caller.Scope.Federation
                && await db.List<string>(PeopleSql.WorksHere, new { command.OrganizationId, PersonId = person, Today = first }, ct) is [])
                throw new BadInput("assignment.works-elsewhere") { Pointer = "/accountId" };
        }
    }

    const string SeatSql = """
        select null::text level, region_code, local_day(@Now, id) today, status = 'Closed' closed, kind from organization where id = @OrganizationId
        union all
        select level, 'RU', local_day(@Now, null, code), false, null from territory where code = @TerritoryCode
        """;

    const string Sql = """
        insert into role_assignment (id, account_id, role, organization_id, region_code, territory_code, started_on, ended_on, basis, granted_by)
        values (@Id, @AccountId, @Role, @OrganizationId, @RegionCode, @TerritoryCode, @StartedOn, @EndedOn, @Basis, @GrantedBy)
        """;
}
