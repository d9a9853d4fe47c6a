using Dapper;
using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>How an account stands: the first of these that is true.</summary>
public enum AccountState
{
    /// <summary>Closed by an official until it is opened again.</summary>
    Blocked,

    /// <summary>For some minutes, after too many failures to prove who it is.</summary>
    LockedOut,

    /// <summary>No password was ever set.</summary>
    NeverSignedIn,

    /// <summary>No role is held today.</summary>
    WithoutRole,
    Active,
}

/// <summary>
/// The accounts in the caller's reach, by name. An administrator sees all; whoever leads a school those of the people who work, hold a role or
/// are invited there.
/// </summary>
public static class ListAccounts
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapGet("/", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListAccounts), Permission.AccountManage);

    /// <param name="Search">Words of the name or e-mail, or of the name of an organization where a role is held today.</param>
    /// <param name="OrganizationId">Only accounts of this organization.</param>
    /// <param name="Role">Only who holds this role today.</param>
    /// <param name="Cursor">`next` of the page before.</param>
    /// <param name="Size">1 to 200; 50 when absent.</param>
    public sealed record Query(
        string? Search = null, Guid? OrganizationId = null, AccountState? State = null, Role? Role = null, string? Cursor = null,
        int Size = Cursors.DefaultSize) : IQuery<Page<Item>>;

    /// <param name="PersonId">Absent for the account of nobody in the staff.</param>
    /// <param name="SignedInAt">The last sign-in, where it is known.</param>
    /// <param name="Roles">Held today, at places in the caller's reach.</param>
    public sealed record Item(
        Guid Id, string Name, string? Email, Guid? PersonId, AccountState State, bool TwoFactorEnabled, DateTime? SignedInAt, IReadOnlyList<HeldRole> Roles);

    /// <param name="Place">The name of the organization or territory.</param>
    public sealed record HeldRole(Role Role, Guid? OrganizationId, string? TerritoryCode, string Place);

    sealed record Row(Guid Id, string Name, string? Email, Guid? PersonId, AccountState State, bool TwoFactorEnabled, DateTime? SignedInAt);

    sealed record RoleRow(Guid AccountId, Role Role, Guid? OrganizationId, string? TerritoryCode, string Place);

    sealed record Key(string Name, Guid Id);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(200);
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            if (query.OrganizationId is not null) Granting.DemandPlace(caller.Scope, query.OrganizationId);
            var after = cursors.Read<Key>(query.Cursor, nameof(ListAccounts));
            var (now, words) = (time.GetUtcNow().UtcDateTime, SearchText.Words(query.Search));
            var args = new DynamicParameters(new
            {
                All = caller.Scope.Federation && query.OrganizationId is null, caller.Scope.Federation, Now = now, after?.Name, after?.Id,
                Take = query.Size + 1, Places = query.OrganizationId is { } one ? [one] : caller.Scope.Organizations.ToArray(),
                State = query.State?.ToString(), Role = query.Role?.ToString(),
            });
            for (var i = 0; i < words.Length; i++) args.Add($"Word{i}", words[i]);
            var page = cursors.Page(await db.List<Row>(Sql(words.Length), args, ct), query.Size, nameof(ListAccounts), row => new Key(row.Name, row.Id));
            var ids = page.Items.Select(row => row.Id).ToArray();
            var roles = (await db.List<RoleRow>(RolesSql, new { ids, Now = now }, ct)).ToLookup(role => role.AccountId,
                role => new HeldRole(role.Role, role.OrganizationId, role.TerritoryCode, role.Place));
            return new([.. page.Items.Select(row => new Item(
                row.Id, row.Name, row.Email, row.PersonId, row.State, row.TwoFactorEnabled, row.SignedInAt, [.. roles[row.Id]]))], page.Next);
        }
    }

    /// <summary>Roles of accounts <c>a</c> that are held at <c>@Now</c>.</summary>
    const string Today = """
        r.started_on <= local_day(@Now, r.organization_id, r.territory_code)
            and (r.ended_on is null or r.ended_on > local_day(@Now, r.organization_id, r.territory_code))
        """;

    /// <summary>How the account <c>a</c> stands at <c>@Now</c>, with the failures <c>f</c> at its address.</summary>
    public const string StateSql = $"""
        case when a.blocked_at is not null then 'Blocked' when f.locked_until > @Now then 'LockedOut'
             when a.password_hash is null and a.signed_in_at is null then 'NeverSignedIn'
             when exists (select from role_assignment r where r.account_id = a.id and {Today}) then 'Active' else 'WithoutRole' end
        """;

    static string Sql(int words) => $"""
        with reach as materialized ({AccountReach.OfPlaces}), found as materialized (
            select a.id from identity.account a where {Each(words, "translate(lower(a.display_name || ' ' || coalesce(a.email, '')), 'ё', 'е')")}
            union
            select r.account_id from role_assignment r join organization o on o.id = r.organization_id
             where {Each(words, "translate(lower(o.name_short || ' ' || o.name_full), 'ё', 'е')")} and {Today})
        select * from (
            select a.id, a.display_name as name, a.email, a.person_id, {StateSql} state, a.two_factor_enabled, a.signed_in_at
              from identity.account a left join identity.sign_in_failure f on f.key = {Attempts.KeyOf("a")}
             where (@All or a.id in (select id from reach)) {(words > 0 ? "and a.id in (select id from found)" : "")}
               and (@Role::text is null or exists (select from role_assignment r where r.account_id = a.id and r.role = @Role and {Today}))
               and (@Id::uuid is null or (a.display_name, a.id) > (@Name, @Id))) account
         where @State::text is null or state = @State
         order by name, id
         limit @Take
        """;

    static string Each(int words, string text) => words == 0 ? "false"
        : string.Join(" and ", Enumerable.Range(0, words).Select(i => $"{text} like '%' || @Word{i} || '%'"));

    const string RolesSql = $"""
        select r.account_id, r.role, r.organization_id, r.territory_code, coalesce(o.name_short, t.name_ru) place
          from role_assignment r
          left join organization o on o.id = r.organization_id
          left join territory t on t.code = r.territory_code
         where r.account_id = any(@ids) and {Today}
         order by r.started_on, r.id
        """;
}
