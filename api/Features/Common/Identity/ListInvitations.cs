using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The invitations of an organization that nobody has used yet, the newest first. At most 200.</summary>
public static class ListInvitations
{
    const int Most = 200;

    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapGet("/{organizationId:guid}/invitations", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListInvitations), Permission.AccountHandOver);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required Guid AccountId { get; init; }
        public required string Name { get; init; }

        /// <summary>With which the person will sign in.</summary>
        public required string? Email { get; init; }
        public required Delivery Delivery { get; init; }

        /// <summary>The address to which the link was mailed, in part.</summary>
        public string? SentTo => Address is { Length: > 0 } address ? InvitationSecrets.Masked(address) : null;
        public required InvitationState State { get; init; }

        /// <summary>The account has a password already: the link is for one that was lost.</summary>
        public required bool Renewal { get; init; }
        public required string InvitedByName { get; init; }
        public required DateTime InvitedAt { get; init; }
        public required DateTime ExpiresAt { get; init; }
        public required string? HandedOverByName { get; init; }
        public required DateTime? HandedOverAt { get; init; }

        /// <summary>The caller may be the second official.</summary>
        public required bool MayHandOver { get; init; }

        internal string? Address { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            Granting.DemandPlace(caller.Scope, query.Id);
            return db.List<Item>(Sql, new
            {
                query.Id, Now = time.GetUtcNow().UtcDateTime, InvitationSecrets.Attempts, Most,
                Caller = caller.Id, caller.Scope.Person, caller.Scope.Federation,
            }, ct);
        }
    }

    const string Sql = """
        select i.*, state = 'AwaitsHandOver' and (@Person::uuid is not null or @Federation)
                    and invited_by <> @Caller and person_id is distinct from @Person::uuid may_hand_over
          from (
            select i.id, i.account_id, a.display_name as name, a.email, a.person_id, i.delivery, i.address,
                   a.password_hash is not null renewal, i.invited_by, i.invited_by_name, i.invited_at, i.expires_at, i.handed_over_by_name, i.handed_over_at,
                   case when i.expires_at <= @Now then 'Expired' when i.attempts >= @Attempts then 'Blocked' when i.delivery = 'Mail' then 'Mailed'
                        when i.handed_over_at is null then 'AwaitsHandOver' else 'HandedOver' end state
              from identity.invitation i join identity.account a on a.id = i.account_id
             where i.organization_id = @Id and i.used_at is null and i.withdrawn_at is null) i
         order by i.invited_at desc, i.id
         limit @Most
        """;
}
