using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The leader hands the leadership over to somebody who is in the initiative, and stays in it as a member.</summary>
public static class HandOverInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/hand-over", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.Version, body.MemberId), ct)))
            .Operation(nameof(HandOverInitiative), Permission.InitiativeWork);

    /// <param name="MemberId">Of those who are in it.</param>
    public sealed record Body(int Version, Guid MemberId);

    public sealed record Command(Guid Id, int Version, Guid MemberId) : ICommand<InitiativeState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeState>
    {
        public async Task<InitiativeState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Lead(command.Id, command.Version, InitiativeStep.Gather, db, time, ct);
            var member = await InitiativeMemberRow.Lock(row.Id, command.MemberId, db, ct);
            if (member.Status != InitiativeMemberStatus.In || member.PersonId == row.LeaderId)
                throw new BadInput("initiative.not-a-member") { Pointer = "/memberId" };
            await db.ExecuteOne(Save, new { row.RegionCode, row.Id, member.PersonId, member.PersonName }, ct);
            row.Tell(audit, new InitiativeHandedOver());
            return new(row.Id, row.Status, row.Version + 1);
        }
    }

    const string Save = """
        update initiative set leader_id = @PersonId, leader_name = @PersonName, version = version + 1 where region_code = @RegionCode and id = @Id
        """;
}
