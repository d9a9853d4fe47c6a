using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Somebody outside the organization confirms a confidential role, from which day it is held, or refuses it. It takes a third
/// person, neither whoever proposed the role nor whoever is to hold it.
/// </summary>
public static class DecideRoleProposal
{
    public static void Map(RouteGroupBuilder proposals) =>
        proposals.MapPost("/{proposalId:guid}/decide", async (Guid proposalId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(proposalId, body.Version, body.Confirmed, body.Reason), ct)))
            .Operation(nameof(DecideRoleProposal), Permission.RoleConfirm);

    /// <param name="Reason">Needed to refuse; at most 500 characters.</param>
    public sealed record Body(int Version, bool Confirmed, string? Reason = null);

    public sealed record Command(Guid Id, int Version, bool Confirmed, string? Reason) : ICommand<RoleProposalState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).MaximumLength(500);
            RuleFor(c => c.Reason).NotEmpty().When(c => !c.Confirmed);
        }
    }

    public sealed class Handler(Db db, Caller caller, ISeats seats, Access access, Audit audit, TimeProvider time)
        : IRequestHandler<Command, RoleProposalState>
    {
        public async Task<RoleProposalState> Handle(Command command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var proposal = await RoleProposalRow.Lock(db, command.Id, command.Version, ct);
            var today = await RegionTime.TodayAt(proposal.OrganizationId, db, time, ct);
            await Granting.DemandThirdPerson(proposal, caller.Id, now.UtcDateTime, db, ct);
            if (!command.Confirmed) return await proposal.Take(RoleProposalStep.Refuse, command.Reason, db, seats, caller, audit, time, ct);

            if (proposal.EndedOn <= today) throw new RuleViolation("assignment.ended");
            var state = await proposal.Take(RoleProposalStep.Confirm, command.Reason, db, seats, caller, audit, time, ct);
            await db.Execute(Sql, new
            {
                Id = Guid.CreateVersion7(now), proposal.AccountId, Role = proposal.Role.ToString(), proposal.OrganizationId, proposal.RegionCode,
                StartedOn = proposal.StartedOn > today ? proposal.StartedOn : today, proposal.EndedOn, proposal.Basis, proposal.ProposedBy, By = caller.Id,
            }, ct);
            access.Forget(proposal.AccountId.ToString());
            return state;
        }
    }

    const string Sql = """
        insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, ended_on, basis, granted_by, confirmed_by)
        values (@Id, @AccountId, @Role, @OrganizationId, @RegionCode, @StartedOn, @EndedOn, @Basis, @ProposedBy, @By)
        """;
}
