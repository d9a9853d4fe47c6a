using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Why an account was blocked. A choice and no text: nothing is said of a person that the person could not read.</summary>
public enum BlockReason
{
    /// <summary>Somebody else may have got in.</summary>
    Suspicion,

    /// <summary>Its holder asked for it.</summary>
    OwnRequest,

    /// <summary>It was used against the rules.</summary>
    Misuse,
    Other,
}

/// <summary>
/// Blocks an account; its sessions and tokens are over at once, open links are void, and nobody signs in with it until it is
/// opened again.
/// </summary>
public static class BlockAccount
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/{accountId:guid}/block", async (Guid accountId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(accountId, body.Reason), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(BlockAccount), Permission.AccountManage);

    public sealed record Body(BlockReason Reason);

    public sealed record Command(Guid Id, BlockReason Reason) : ICommand<Done>;

    public sealed class Handler(Db db, AccountReach reach, Sessions sessions, Access access, Caller caller, Audit audit, TimeProvider time)
        : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var account = await reach.Demand(command.Id, AccountAct.Block, ct);
            if (account.BlockedAt is not null) throw new RuleViolation("account.blocked");
            await db.Execute(Sql, new
            {
                command.Id, By = Guid.Parse(caller.Id), Reason = command.Reason.ToString(), Now = time.GetUtcNow().UtcDateTime,
                Places = caller.Scope.Federation ? null : caller.Scope.Organizations.ToArray(),
            }, ct);
            await sessions.End(account.Id, ct);
            access.Forget(account.Id.ToString());
            audit.AboutPlatform(new HolderBlocked(account.Id, command.Reason), account.Id);
            return new();
        }
    }

    const string Sql = """
        update identity.account set blocked_at = @Now, blocked_by = @By, blocked_reason = @Reason, blocked_in = @Places where id = @Id;
        update identity.invitation set withdrawn_at = @Now, withdrawn_by = @By::text where account_id = @Id and used_at is null and withdrawn_at is null
        """;
}
