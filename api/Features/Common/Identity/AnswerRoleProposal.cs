using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>A person agrees to hold a confidential role, or does not.</summary>
public static class AnswerRoleProposal
{
    public static void Map(RouteGroupBuilder proposals) =>
        proposals.MapPost("/{proposalId:guid}/answer", async (Guid proposalId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(proposalId, body.Version, body.Accepted, body.Reason), ct)))
            .Operation(nameof(AnswerRoleProposal), Permission.SignedIn);

    /// <param name="Reason">Nobody has to give one; at most 500 characters.</param>
    public sealed record Body(int Version, bool Accepted, string? Reason = null);

    public sealed record Command(Guid Id, int Version, bool Accepted, string? Reason) : ICommand<RoleProposalState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, ISeats seats, Audit audit, TimeProvider time) : IRequestHandler<Command, RoleProposalState>
    {
        public async Task<RoleProposalState> Handle(Command command, CancellationToken ct)
        {
            var proposal = await RoleProposalRow.Lock(db, command.Id, command.Version, ct);
            if (proposal.AccountId.ToString() != caller.Id) throw new NotFound();
            var step = command.Accepted ? RoleProposalStep.Agree : RoleProposalStep.Decline;
            return await proposal.Take(step, command.Reason, db, seats, caller, audit, time, ct);
        }
    }
}
