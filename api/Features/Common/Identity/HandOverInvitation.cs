using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// The second official identifies the person and hands the sheet with the link over. The link is made here and shown to this official alone;
/// the code without which it opens nothing is with the person, from whoever invited. 403: <c>invitation.own</c> for whoever invited or is
/// invited, <c>invitation.hand-over-as-person</c> for an account that is nobody's.
/// </summary>
public static class HandOverInvitation
{
    public static void Map(RouteGroupBuilder invitations) =>
        invitations.MapPost("/{invitationId:guid}/hand-over", async (Guid invitationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(invitationId, body.Document), ct)))
            .Operation(nameof(HandOverInvitation), Permission.AccountHandOver);

    /// <param name="Document">By what the person was identified.</param>
    public sealed record Body(IdentityDocument Document);

    public sealed record Command(Guid Id, IdentityDocument Document) : ICommand<Result>, ISecret;

    /// <param name="Token">For the sheet: the web client takes it at `/set-password#…`. Shown only now.</param>
    /// <param name="Email">With which the person will sign in.</param>
    public sealed record Result(string Token, string Name, string? Email, string? OrganizationName, DateTime ExpiresAt);

    sealed record Sheet(string Name, string? Email, string? OrganizationName);

    public sealed class Handler(Db db, Caller caller, Outbox outbox, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var open = await OpenInvitation.Lock(db, caller, command.Id, ct);
            // An account that is nobody's may be a second one of the inviter's; administrators are not made by schools.
            if (caller.Scope.Person is null && !caller.Scope.Federation) throw new Forbidden("invitation.hand-over-as-person");
            if (open.InvitedBy == caller.Id || open.PersonId == caller.Scope.Person) throw new Forbidden("invitation.own");
            if (open.Delivery != Delivery.Sheet || open.HandedOverAt is not null) throw new RuleViolation("invitation.no-sheet-to-hand-over");
            var now = time.GetUtcNow().UtcDateTime;
            if (open.IsOver(now)) throw new RuleViolation("invitation.over");

            var (token, hash) = InvitationSecrets.NewToken(open.Id);
            await db.ExecuteOne(HandOver, new { open.Id, hash, Document = command.Document.ToString(), By = caller.Id, ByName = caller.Name, now }, ct);
            await outbox.Add(new AccountNews(open.AccountId, AccountEvent.HandedOver, open.Id), ct);
            audit.AboutPlatform(new InvitationHandedOver(open.Id, open.AccountId, command.Document), open.AccountId);
            var sheet = await db.One<Sheet>(ReadSheet, new { open.AccountId, open.OrganizationId }, ct);
            return new(token, sheet.Name, sheet.Email, sheet.OrganizationName, open.ExpiresAt);
        }
    }

    const string HandOver = """
        update identity.invitation set token_hash = @hash, document = @Document, handed_over_by = @By, handed_over_by_name = @ByName, handed_over_at = @now
         where id = @Id
        """;

    const string ReadSheet = """
        select a.display_name as name, a.email, (select name_short from organization where id = @OrganizationId) organization_name
          from identity.account a where a.id = @AccountId
        """;
}
