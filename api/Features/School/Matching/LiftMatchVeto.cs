using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Lets two people become a pair again; that they were ruled out stays known.</summary>
public static class LiftMatchVeto
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPost("/vetoes/{vetoId:guid}/lift", async (Guid organizationId, Guid vetoId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(organizationId, vetoId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(LiftMatchVeto), Permission.MatchManage);

    public sealed record Command(Guid OrganizationId, Guid Id) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var region = await db.One<string>("""
                update match_veto set lifted_at = @Now where id = @Id and organization_id = @OrganizationId and lifted_at is null returning region_code
                """, new { command.Id, command.OrganizationId, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(command.OrganizationId, region, command.Id, new MatchVetoLifted());
            return new();
        }
    }
}
