using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Lets somebody sign in at once who is locked out for some minutes after too many failures.</summary>
public static class UnlockAccount
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/{accountId:guid}/unlock", async (Guid accountId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(accountId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(UnlockAccount), Permission.AccountManage);

    public sealed record Command(Guid Id) : ICommand<Done>;

    public sealed class Handler(AccountReach reach, Attempts attempts, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await reach.Demand(command.Id, AccountAct.Unlock, ct);
            if (await attempts.Refusal(Attempts.At(account), ct) is null) throw new RuleViolation("account.not-locked-out");
            await attempts.Clear(Attempts.At(account), ct);
            audit.AboutPlatform(new HolderUnlocked(account.Id), account.Id);
            return new();
        }
    }
}
