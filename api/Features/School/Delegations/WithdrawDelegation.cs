using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>The giver takes back what is not in force yet.</summary>
public static class WithdrawDelegation
{
    public static void Map(RouteGroupBuilder delegations) =>
        delegations.MapPost("/{delegationId:guid}/withdraw", async (Guid delegationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(delegationId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawDelegation), Permission.DelegationManage);

    /// <param name="Reason">For the other side to read; at most 1000 characters.</param>
    public sealed record Body(int Version, string? Reason = null);

    public sealed record Command(Guid Id, int Version, string? Reason) : ICommand<DelegationState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, DelegationState>
    {
        public async Task<DelegationState> Handle(Command command, CancellationToken ct)
        {
            var delegation = await DelegationRow.Lock(db, command.Id, command.Version, ct);
            return await delegation.Take(DelegationStep.Withdraw, command.Reason, db, caller, audit, time, ct);
        }
    }
}
