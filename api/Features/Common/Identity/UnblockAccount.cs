using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Opens a blocked account again: its holder signs in with the password from before.</summary>
public static class UnblockAccount
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/{accountId:guid}/unblock", async (Guid accountId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(accountId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(UnblockAccount), Permission.AccountManage);

    public sealed record Command(Guid Id) : ICommand<Done>;

    public sealed class Handler(Db db, AccountReach reach, Access access, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await reach.Demand(command.Id, AccountAct.Unblock, ct);
            if (account.BlockedAt is null) throw new RuleViolation("account.not-blocked");
            await db.ExecuteOne(Sql, command, ct);
            access.Forget(account.Id.ToString());
            audit.AboutPlatform(new HolderUnblocked(account.Id), account.Id);
            return new();
        }
    }

    const string Sql = """
        update identity.account set blocked_at = null, blocked_by = null, blocked_reason = null, blocked_in = null where id = @Id
        """;
}
