using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Ends one of the caller's sessions: a browser left open somewhere.</summary>
public static class EndMySession
{
    public static void Map(RouteGroupBuilder sessions) =>
        sessions.MapDelete("/{sessionId:guid}", async (Guid sessionId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(sessionId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(EndMySession), Permission.SignedIn);

    public sealed record Command(Guid Id) : ICommand<Done>;

    public sealed class Handler(Accounts accounts, Sessions sessions, Caller caller, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await accounts.Own(caller, ct);
            if (await sessions.End(account.Id, ct, only: command.Id) == 0) throw new NotFound();
            audit.AboutPlatform(new OwnSessionEnded(account.Id, command.Id));
            return new();
        }
    }
}
