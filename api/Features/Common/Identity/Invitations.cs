using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Opens invitations so that no official alone can open somebody's account: the inviter never sees a link. By mail it goes to
/// the address that the staff list held before, and that somebody else wrote there; on a sheet it needs two officials.
/// </summary>
public sealed class Invitations(Db db, Caller caller, Outbox outbox, Mailer mailer, TimeProvider time)
{
    /// <summary>What the staff list knows of a person.</summary>
    public sealed record Contact
    {
        public required string Name { get; init; }
        public string? Email { get; init; }

        /// <summary>
        /// The address was not written by the caller, nor by an account that is nobody's, nor by a system in place of another
        /// address: whoever invites could read what goes there.
        /// </summary>
        public bool Proven { get; init; }
    }

    /// <param name="Code">Of a sheet: the inviter gives it to the person alone; shown only now.</param>
    public sealed record Issued(Guid Id, DateTime ExpiresAt, string? SentTo, string? Code);

    /// <summary>The person, if they work at the organization and are the caller's to see.</summary>
    public Task<Contact> ContactOf(Guid person, Guid? organization, CancellationToken ct) =>
        db.One<Contact>(ContactSql, new { person, organization, Caller = caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct);

    /// <summary>
    /// Who holds a role or works elsewhere too gets a new link only at the address with which they sign in: no two officials of
    /// one place, nor who writes its staff list, open what is held at another.
    /// </summary>
    public async Task DemandOwnAddress(Guid account, string? email, Contact? contact, Guid? organization, Delivery delivery, CancellationToken ct)
    {
        var own = contact is null || string.Equals(contact.Email, email, StringComparison.OrdinalIgnoreCase);
        if (delivery == Delivery.Mail && own) return;
        Guid[] places = organization is { } here ? [here] : [];
        var beyond = await db.One<string?>(BeyondSql, new { account, places, Now = time.GetUtcNow().UtcDateTime }, ct);
        if (beyond is nameof(Beyond.Role) or nameof(Beyond.Work)) throw new RuleViolation("invitation.role-elsewhere");
    }

    /// <param name="email">With which the account signs in.</param>
    /// <param name="contact">Null for the account of nobody in the staff.</param>
    public async Task<Issued> Open(Guid account, string email, Contact? contact, Guid? organization, Delivery delivery, AccountEvent news, CancellationToken ct)
    {
        var region = organization is { } at ? await Place.RegionOf(at, db, ct) : null;
        var address = delivery == Delivery.Mail ? AddressFor(email, contact, news) : null;
        var code = delivery == Delivery.Sheet ? CodeFor(contact, organization) : null;
        var now = time.GetUtcNow();
        var sentTo = address is null ? null : InvitationSecrets.Masked(address);
        var issued = new Issued(Guid.CreateVersion7(now), (now + InvitationSecrets.Lifetime).UtcDateTime, sentTo, code);
        await db.Execute(Insert, new
        {
            issued.Id, account, organization, RegionCode = region, Delivery = delivery.ToString(), address, By = caller.Id, ByName = caller.Name,
            Now = now.UtcDateTime, issued.ExpiresAt, CodeHash = code is null ? null : Accounts.Hash(code),
        }, ct);
        if (delivery == Delivery.Mail) await outbox.Add(new InvitationDue(issued.Id), ct);
        if (contact is not null) await outbox.Add(new AccountNews(account, news, issued.Id), ct);
        return issued;
    }

    /// <summary>An organization of the caller's; administrators may do without one.</summary>
    public void DemandPlace(Guid? organization)
    {
        if (organization is null && !caller.Scope.Federation) throw new BadInput("invitation.organization-missing") { Pointer = "/organizationId" };
        if (organization is not null) Granting.DemandPlace(caller.Scope, organization);
    }

    string AddressFor(string email, Contact? contact, AccountEvent news)
    {
        if (!mailer.IsOn) throw new RuleViolation("invitation.mail-off");
        if (contact is null) return email;
        if (contact is not { Email: { } known, Proven: true }) throw new RuleViolation("invitation.contact-unproven");
        var same = string.Equals(known, email, StringComparison.OrdinalIgnoreCase);
        return same || news == AccountEvent.Renewed ? known : throw new RuleViolation("invitation.contact-differs");
    }

    static string CodeFor(Contact? contact, Guid? organization)
    {
        if (contact is null) throw new BadInput("invitation.sheet-needs-person") { Pointer = "/delivery" };
        if (organization is null) throw new BadInput("invitation.organization-missing") { Pointer = "/organizationId" };
        return InvitationSecrets.NewCode();
    }

    const string ContactSql = """
        select person_name(p) name, p.email,
               p.email is not null and (p.email_by is null or case when writer.id is null then p.email_former = '{}'
                   else writer.person_id is not null and writer.id::text <> @Caller end) proven
          from person p left join identity.account writer on writer.id::text = p.email_by
         where p.id = @person and (@organization::uuid is null or exists (
                   select from employment e, (select local_day(@Now, @organization) today) day
                    where e.person_id = p.id and e.organization_id = @organization and e.started_on <= day.today
                      and (e.ended_on is null or e.ended_on > day.today)))
        """;

    const string BeyondSql = "select identity.reaches_beyond(@account, @places, @Now::timestamptz)";

    // A new link takes the place of the one before.
    const string Insert = """
        update identity.invitation set withdrawn_at = @Now, withdrawn_by = @By where account_id = @account and used_at is null and withdrawn_at is null;
        insert into identity.invitation
            (id, account_id, organization_id, region_code, delivery, address, invited_by, invited_by_name, invited_at, expires_at, code_hash)
        values (@Id, @account, @organization, @RegionCode, @Delivery, @address, @By, @ByName, @Now, @ExpiresAt, @CodeHash)
        """;
}
