using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Signs another person out everywhere: a browser left open, a lost telephone.</summary>
public static class EndAccountSessions
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/{accountId:guid}/sessions/end", async (Guid accountId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(accountId), ct)))
            .Operation(nameof(EndAccountSessions), Permission.AccountManage);

    public sealed record Command(Guid Id) : ICommand<Result>;

    /// <param name="Ended">How many sessions there were.</param>
    public sealed record Result(int Ended);

    public sealed class Handler(AccountReach reach, Sessions sessions, Audit audit) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var account = await reach.Demand(command.Id, AccountAct.EndSessions, ct);
            var ended = await sessions.End(account.Id, ct);
            audit.AboutPlatform(new SessionsEnded(account.Id, ended), account.Id);
            return new(ended);
        }
    }
}
