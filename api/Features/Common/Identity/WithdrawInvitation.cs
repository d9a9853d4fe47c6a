using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Takes an invitation back: its link and its code open nothing any more.</summary>
public static class WithdrawInvitation
{
    public static void Map(RouteGroupBuilder invitations) =>
        invitations.MapPost("/{invitationId:guid}/withdraw", async (Guid invitationId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(invitationId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(WithdrawInvitation), Permission.AccountManage);

    public sealed record Command(Guid Id) : ICommand<Done>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var open = await OpenInvitation.Lock(db, caller, command.Id, ct);
            await db.ExecuteOne("update identity.invitation set withdrawn_at = @Now, withdrawn_by = @By where id = @Id",
                new { command.Id, By = caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.AboutPlatform(new InvitationWithdrawn(open.Id, open.AccountId), open.AccountId);
            return new();
        }
    }
}
