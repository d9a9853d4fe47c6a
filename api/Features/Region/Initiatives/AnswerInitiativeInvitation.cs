using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever was invited says yes or no; whom the own school put forward waits after a yes for the leader.</summary>
public static class AnswerInitiativeInvitation
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/answer", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.Yes), ct)))
            .Operation(nameof(AnswerInitiativeInvitation), Permission.InitiativeWork);

    public sealed record Body(bool Yes);

    public sealed record Command(Guid Id, bool Yes) : ICommand<InitiativeMemberState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeMemberState>
    {
        public async Task<InitiativeMemberState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Of(command.Id, db, time, ct);
            var member = await InitiativeMemberRow.Own(row.Id, db, caller, ct);
            if (command.Yes) InitiativeLife.Steps.Next(row.Status, InitiativeStep.Gather);
            var state = await member.Take(command.Yes ? InitiativeMemberStep.Accept : InitiativeMemberStep.Decline, null, db, time, ct);
            if (state.Status == InitiativeMemberStatus.Asked) row.Tell(audit, member.Id, new InitiativeAsked());
            else row.Tell(audit, member.Id, new InitiativeAnswered(command.Yes));
            return state;
        }
    }
}
