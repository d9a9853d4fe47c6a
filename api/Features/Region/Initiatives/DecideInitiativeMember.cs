using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The leader lets in whoever asked, or does not and says why.</summary>
public static class DecideInitiativeMember
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/members/{memberId:guid}/decide", async (Guid initiativeId, Guid memberId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, memberId, body.Yes, body.Reason), ct)))
            .Operation(nameof(DecideInitiativeMember), Permission.InitiativeWork);

    /// <param name="Reason">Why not: asked for with a no, at most 1,000 characters.</param>
    public sealed record Body(bool Yes, string? Reason = null);

    public sealed record Command(Guid Id, Guid MemberId, bool Yes, string? Reason) : ICommand<InitiativeMemberState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().When(c => !c.Yes);
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeMemberState>
    {
        public async Task<InitiativeMemberState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Lead(command.Id, null, InitiativeStep.Gather, db, time, ct);
            var member = await InitiativeMemberRow.Lock(row.Id, command.MemberId, db, ct);
            var state = await member.Take(command.Yes ? InitiativeMemberStep.LetIn : InitiativeMemberStep.Refuse, command.Reason, db, time, ct);
            row.Tell(audit, member.Id, new InitiativeDecided(command.Yes));
            return state;
        }
    }
}
