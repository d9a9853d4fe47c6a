using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Takes a system's access away: no new tokens, and within seconds the old ones open nothing.</summary>
public static class RevokeClient
{
    public static void Map(RouteGroupBuilder clients) =>
        clients.MapDelete("/{clientId}", async (string clientId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(clientId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(RevokeClient), Permission.AccountManage);

    public sealed record Command(string ClientId) : ICommand<Done>;

    public sealed class Handler(Db db, Caller caller, Access access, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            if (!caller.Scope.Federation) throw new Forbidden("client.administrator-only");
            await db.ExecuteOne("delete from identity.oidc_application where client_id = @ClientId and client_type = 'confidential'", command, ct);
            await db.Execute("""
                update role_assignment set ended_on = greatest(started_on, local_day(@Now, organization_id, territory_code))
                 where client_id = @ClientId and (ended_on is null or ended_on > local_day(@Now, organization_id, territory_code))
                """, new { command.ClientId, Now = time.GetUtcNow().UtcDateTime }, ct);
            access.Forget(command.ClientId);
            audit.AboutPlatform(new ClientRevoked(command.ClientId));
            return new();
        }
    }
}
