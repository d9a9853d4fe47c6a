using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The organization takes back a role that waits.</summary>
public static class WithdrawRoleProposal
{
    public static void Map(RouteGroupBuilder proposals) =>
        proposals.MapPost("/{proposalId:guid}/withdraw", async (Guid proposalId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(proposalId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawRoleProposal), Permission.AccountManage);

    /// <param name="Reason">For the person to read; at most 500 characters.</param>
    public sealed record Body(int Version, string? Reason = null);

    public sealed record Command(Guid Id, int Version, string? Reason) : ICommand<RoleProposalState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, ISeats seats, Audit audit, TimeProvider time) : IRequestHandler<Command, RoleProposalState>
    {
        public async Task<RoleProposalState> Handle(Command command, CancellationToken ct)
        {
            var proposal = await RoleProposalRow.Lock(db, command.Id, command.Version, ct);
            Granting.DemandPlace(caller.Scope, proposal.OrganizationId);
            return await proposal.Take(RoleProposalStep.Withdraw, command.Reason, db, seats, caller, audit, time, ct);
        }
    }
}
