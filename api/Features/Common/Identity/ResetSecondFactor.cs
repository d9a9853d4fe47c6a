using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Switches off the second factor of somebody whose device is lost: an administrator does, who has just proved who they are. The password alone
/// opens the account until its holder sets up a new factor; all sessions are over. Without a fresh proof: <c>session.confirm-first</c> (409),
/// then <c>POST /session/confirm</c>.
/// </summary>
public static class ResetSecondFactor
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/{accountId:guid}/second-factor/reset", async (Guid accountId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(accountId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(ResetSecondFactor), Permission.AccountManage);

    public sealed record Command(Guid Id) : ICommand<Done>;

    public sealed class Handler(AccountReach reach, UserManager<Account> users, Sessions sessions, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await reach.Demand(command.Id, AccountAct.ResetSecondFactor, ct);
            await sessions.DemandConfirmed(ct);
            if (!account.TwoFactorEnabled) throw new RuleViolation("totp.not-enabled");
            (account.TwoFactorEnabled, account.TotpSecret) = (false, null);
            (await users.UpdateAsync(account)).Demand("/id");
            await sessions.End(account.Id, ct);
            audit.AboutPlatform(new SecondFactorReset(account.Id), account.Id);
            return new();
        }
    }
}
