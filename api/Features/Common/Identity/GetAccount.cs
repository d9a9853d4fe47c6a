using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>One account whole: its roles, invitations and sessions, and what the caller may do with it now.</summary>
public static class GetAccount
{
    const int Most = 100;

    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapGet("/{accountId:guid}", async (Guid accountId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(accountId), ct)))
            .Operation(nameof(GetAccount), Permission.AccountManage);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="LockedUntil">After too many failures to prove who it is.</param>
    /// <param name="Roles">Past, present and planned ones at places in the caller's reach, the newest first; at most 100.</param>
    /// <param name="Invitations">From places in the caller's reach, the newest first; at most 100.</param>
    /// <param name="Sessions">Where the person is signed in, the one seen last first.</param>
    /// <param name="Acts">What the caller may do now.</param>
    /// <param name="Refusal">Why the account is not the caller's to act on: a problem code.</param>
    public sealed record Result(
        Guid Id, string Name, string? Email, Guid? PersonId, AccountState State, bool HasPassword, bool EmailProven, bool TwoFactorEnabled,
        DateTime CreatedAt, DateTime? SignedInAt, DateTime? LockedUntil, Block? Blocked, IReadOnlyList<Held> Roles, IReadOnlyList<Invited> Invitations,
        IReadOnlyList<Open> Sessions, IReadOnlyList<AccountAct> Acts, string? Refusal);

    /// <param name="By">The name of the official.</param>
    /// <param name="ByAdministrator">Not by the officials of a school.</param>
    public sealed record Block(DateTime At, string By, BlockReason Reason, bool ByAdministrator);

    /// <param name="EndedOn">The first day on which the role is no longer held.</param>
    public sealed record Held(
        Guid Id, Role Role, Guid? OrganizationId, string? TerritoryCode, string Place, DateOnly StartedOn, DateOnly? EndedOn, RoleStanding Standing,
        string? Basis);

    /// <summary>Where a role stands today.</summary>
    public enum RoleStanding { Present, Planned, Past }

    /// <summary>How a link that sets a password stands, or came out.</summary>
    public enum LinkState { Mailed, AwaitsHandOver, HandedOver, Expired, Blocked, Used, Withdrawn }

    /// <param name="Place">The organization that invited.</param>
    public sealed record Invited(
        Guid Id, Delivery Delivery, LinkState State, string? Place, string InvitedByName, DateTime InvitedAt, DateTime? UsedAt, DateTime? WithdrawnAt);

    /// <param name="Device">Browser and system by name; absent for what we do not know.</param>
    public sealed record Open(Guid Id, string? Device, SignInMethod Method, DateTime StartedAt, DateTime SeenAt);

    sealed record Row
    {
        public required string Name { get; init; }
        public string? Email { get; init; }
        public Guid? PersonId { get; init; }
        public required AccountState State { get; init; }
        public required bool HasPassword { get; init; }
        public required bool EmailConfirmed { get; init; }
        public required bool TwoFactorEnabled { get; init; }
        public required DateTime CreatedAt { get; init; }
        public DateTime? SignedInAt { get; init; }
        public DateTime? LockedUntil { get; init; }
        public DateTime? BlockedAt { get; init; }
        public string? BlockedBy { get; init; }
        public BlockReason? BlockedReason { get; init; }
        public required bool ByAdministrator { get; init; }
    }

    public sealed class Handler(Db db, AccountReach reach, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var target = await reach.TargetOf(query.Id, ct);
            var now = time.GetUtcNow().UtcDateTime;
            var args = new
            {
                query.Id, Now = now, caller.Scope.Federation, Places = caller.Scope.Organizations.ToArray(), Unseen = now - CurrentSession.Lifetime,
                InvitationSecrets.Attempts, Most,
            };
            var row = await db.One<Row>(Sql, args, ct);
            // Where somebody is signed in is for whoever may end it.
            var sessions = Refusal(AccountAct.EndSessions, target) is null ? await db.List<Open>(SessionsSql, args, ct) : [];
            var acts = Enum.GetValues<AccountAct>().Where(act => Fits(act, row, sessions.Count) && Refusal(act, target) is null).ToList();
            var blocked = row is { BlockedAt: { } at, BlockedReason: { } why } ? new Block(at, row.BlockedBy!, why, row.ByAdministrator) : null;
            return new(query.Id, row.Name, row.Email, row.PersonId, row.State, row.HasPassword, row.EmailConfirmed, row.TwoFactorEnabled, row.CreatedAt,
                row.SignedInAt, row.LockedUntil, blocked,
                await db.List<Held>(RolesSql, args, ct), await db.List<Invited>(InvitationsSql, args, ct), sessions, acts,
                Refusal(row.BlockedAt is null ? AccountAct.Block : AccountAct.Unblock, target));
        }

        string? Refusal(AccountAct act, AccountReach.Target target) => AccountReach.Refusal(caller.Scope.Federation, act, target);

        /// <summary>Whether there is anything to do for the act.</summary>
        static bool Fits(AccountAct act, Row row, int sessions) => act switch
        {
            AccountAct.Block => row.BlockedAt is null,
            AccountAct.Unblock => row.BlockedAt is not null,
            AccountAct.EndSessions => sessions > 0,
            AccountAct.SendPasswordLink => row is { BlockedAt: null, HasPassword: true, EmailConfirmed: true },
            AccountAct.Unlock => row.LockedUntil is not null,
            _ => row.TwoFactorEnabled,
        };
    }

    static readonly string Sql = $"""
        select a.display_name as name, a.email, a.person_id, {ListAccounts.StateSql} state, a.password_hash is not null has_password, a.email_confirmed,
               a.two_factor_enabled, a.created_at, a.signed_in_at, case when f.locked_until > @Now then f.locked_until end locked_until,
               a.blocked_at, b.display_name blocked_by, a.blocked_reason, a.blocked_at is not null and a.blocked_in is null by_administrator
          from identity.account a
          left join identity.account b on b.id = a.blocked_by
          left join identity.sign_in_failure f on f.key = {Attempts.KeyOf("a")}
         where a.id = @Id
        """;

    const string RolesSql = """
        select r.id, r.role, r.organization_id, r.territory_code, coalesce(o.name_short, t.name_ru) place, r.started_on, r.ended_on,
               case when r.ended_on <= day.today then 'Past' when r.started_on > day.today then 'Planned' else 'Present' end standing, r.basis
          from role_assignment r
          left join organization o on o.id = r.organization_id
          left join territory t on t.code = r.territory_code
          cross join lateral (select local_day(@Now, r.organization_id, r.territory_code) today) day
         where r.account_id = @Id and (@Federation or r.organization_id = any(@Places))
         order by r.started_on desc, r.id desc
         limit @Most
        """;

    const string InvitationsSql = """
        select i.id, i.delivery,
               case when i.used_at is not null then 'Used' when i.withdrawn_at is not null then 'Withdrawn' when i.expires_at <= @Now then 'Expired'
                    when i.attempts >= @Attempts then 'Blocked' when i.delivery = 'Mail' then 'Mailed' when i.handed_over_at is null then 'AwaitsHandOver'
                    else 'HandedOver' end state,
               o.name_short place, i.invited_by_name, i.invited_at, i.used_at, i.withdrawn_at
          from identity.invitation i left join organization o on o.id = i.organization_id
         where i.account_id = @Id and (@Federation or i.organization_id = any(@Places))
         order by i.invited_at desc, i.id
         limit @Most
        """;

    const string SessionsSql = """
        select id, device, method, started_at, seen_at from identity.session
         where account_id = @Id and ended_at is null and seen_at > @Unseen
         order by seen_at desc, id desc
         limit @Most
        """;
}
