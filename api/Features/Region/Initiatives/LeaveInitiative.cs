using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Somebody leaves an initiative, or takes the own asking back; what the person had taken in it is free again.</summary>
public static class LeaveInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/leave", async (Guid initiativeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId), ct)))
            .Operation(nameof(LeaveInitiative), Permission.InitiativeWork);

    public sealed record Command(Guid Id) : ICommand<InitiativeMemberState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeMemberState>
    {
        public async Task<InitiativeMemberState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Of(command.Id, db, time, ct);
            var member = await InitiativeMemberRow.Own(row.Id, db, caller, ct);
            if (row.LeaderId == member.PersonId) throw new RuleViolation("initiative.leader-stays");
            InitiativeLife.Members.Next(member.Status, InitiativeMemberStep.Leave);
            await db.Execute(FreeTasks, new { row.RegionCode, row.Id, member.PersonId }, ct);
            var state = await member.Take(InitiativeMemberStep.Leave, null, db, time, ct);
            row.Tell(audit, member.Id, new InitiativeLeft(member.Status));
            return state;
        }
    }

    const string FreeTasks = """
        update initiative_task set status = 'Open', taker_id = null, taker_name = null, version = version + 1
         where region_code = @RegionCode and initiative_id = @Id and taker_id = @PersonId and status = 'Taken'
        """;
}
