using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Signs the caller out everywhere.</summary>
public static class EndMySessions
{
    public static void Map(RouteGroupBuilder sessions) =>
        sessions.MapDelete("/", async ([FromQuery] bool? keepThis, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(keepThis ?? false), ct)))
            .Operation(nameof(EndMySessions), Permission.SignedIn);

    public sealed record Command(bool KeepThis) : ICommand<Result>;

    /// <param name="Ended">How many sessions there were.</param>
    public sealed record Result(int Ended);

    public sealed class Handler(Accounts accounts, Sessions sessions, Caller caller, Audit audit) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var account = await accounts.Own(caller, ct);
            var ended = await sessions.End(account.Id, ct, except: command.KeepThis ? caller.Session.Id : null);
            audit.AboutPlatform(new OwnSessionsEnded(account.Id, ended));
            return new(ended);
        }
    }
}
