using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// A new link for an account whose password was never set or is lost. Links from before stop working; the password, where
/// there is one, holds until the new link is used.
/// </summary>
public static class RenewInvitation
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/{accountId:guid}/invitations", async (Guid accountId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(accountId, body.OrganizationId, body.Delivery), ct)))
            .Operation(nameof(RenewInvitation), Permission.AccountManage);

    /// <param name="OrganizationId">Where the person works or the account holds a role; administrators may leave it out.</param>
    public sealed record Body(Guid? OrganizationId = null, Delivery Delivery = Delivery.Mail);

    public sealed record Command(Guid Id, Guid? OrganizationId, Delivery Delivery) : ICommand<InviteAccount.Result>, ISecret;

    sealed record Found(string? Email, Guid? PersonId, bool Blocked, bool Here);

    public sealed class Handler(Db db, Invitations invitations, Audit audit) : IRequestHandler<Command, InviteAccount.Result>
    {
        public async Task<InviteAccount.Result> Handle(Command command, CancellationToken ct)
        {
            invitations.DemandPlace(command.OrganizationId);
            var found = await db.One<Found>(Find, command, ct);
            var contact = found.PersonId is { } person ? await invitations.ContactOf(person, command.OrganizationId, ct) : null;
            if (contact is null && command.OrganizationId is not null && !found.Here) throw new NotFound();
            if (found.Blocked) throw new RuleViolation("account.blocked");
            await invitations.DemandOwnAddress(command.Id, found.Email, contact, command.OrganizationId, command.Delivery, ct);
            var issued = await invitations.Open(command.Id, found.Email ?? "", contact, command.OrganizationId, command.Delivery, AccountEvent.Renewed, ct);
            audit.AboutPlatform(new InvitationRenewed(command.Id, issued.Id, command.Delivery), command.Id);
            return new(command.Id, issued.Id, command.Delivery, issued.SentTo, issued.Code, issued.ExpiresAt);
        }
    }

    const string Find = """
        select a.email, a.person_id, a.blocked_at is not null blocked,
               exists (select from role_assignment r where r.account_id = a.id and r.organization_id = @OrganizationId)
               or exists (select from identity.invitation i where i.account_id = a.id and i.organization_id = @OrganizationId) here
          from identity.account a where a.id = @Id
        """;
}
