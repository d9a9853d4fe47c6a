using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Who the caller is, which roles are held, and what the one in use allows.</summary>
public static class GetMe
{
    public static void Map(RouteGroupBuilder me) =>
        me.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(GetMe), Permission.SignedIn);

    public sealed record Query : IQuery<Result>;

    /// <param name="AccountId">The account's id; the client id for systems.</param>
    /// <param name="PersonId">Absent for accounts of nobody in the staff, and for systems.</param>
    /// <param name="Assignments">All roles held today, whichever is in use.</param>
    /// <param name="TimeZone">IANA name of the zone of the place where the caller works or holds a role; its days are shown.</param>
    /// <param name="Permissions">Of all roles, or of the one that the header `Mentoring-Assignment` names.</param>
    public sealed record Result(
        string AccountId, Guid? PersonId, string Name, string? Email, IReadOnlyList<Held> Assignments, IReadOnlyList<Permission> Permissions,
        bool TwoFactorEnabled, string TimeZone);

    /// <param name="OrganizationId">Where the role is held: an organization or a territory.</param>
    /// <param name="Delegated">The component that another organization handed over to the one in which the role is held.</param>
    public sealed record Held(
        Guid Id, Role Role, Guid? OrganizationId, string? OrganizationName, string? TerritoryCode, string? TerritoryName,
        Territories.TerritoryLevel? TerritoryLevel, string? Delegated);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var grants = caller.Grants;
            var twoFactor = await db.List<bool>("select two_factor_enabled from identity.account where id::text = @Id", new { caller.Id }, ct);
            return new(grants.Account, grants.Person, grants.Name, grants.Email,
                [.. grants.Held.Select(a => new Held(a.Id, a.Role, a.OrganizationId, a.OrganizationName, a.TerritoryCode, a.TerritoryName,
                    Enum.TryParse<Territories.TerritoryLevel>(a.TerritoryLevel, out var level) ? level : null,
                    a.Delegated?.ToString()))],
                [.. grants.Permissions.Append(Permission.SignedIn).Order()], twoFactor is [true],
                await RegionTime.ZoneOf(caller, db, ct));
        }
    }
}
