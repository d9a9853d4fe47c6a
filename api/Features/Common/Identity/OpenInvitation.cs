using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>An invitation that waits, as a command holds it.</summary>
public sealed record OpenInvitation
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public Guid? OrganizationId { get; init; }
    public Guid? PersonId { get; init; }
    public required Delivery Delivery { get; init; }
    public required string InvitedBy { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public required int Attempts { get; init; }
    public DateTime? HandedOverAt { get; init; }

    /// <summary>Locked; one of another organization does not exist for the caller.</summary>
    public static async Task<OpenInvitation> Lock(Db db, Caller caller, Guid id, CancellationToken ct)
    {
        var open = await db.One<OpenInvitation>(Sql, new { id }, ct);
        Granting.DemandPlace(caller.Scope, open.OrganizationId);
        return open;
    }

    public bool IsOver(DateTime now) => ExpiresAt <= now || Attempts >= InvitationSecrets.Attempts;

    const string Sql = """
        select i.id, i.account_id, i.organization_id, a.person_id, i.delivery, i.invited_by, i.expires_at, i.attempts, i.handed_over_at
          from identity.invitation i join identity.account a on a.id = i.account_id
         where i.id = @id and i.used_at is null and i.withdrawn_at is null
           for update of i
        """;
}
