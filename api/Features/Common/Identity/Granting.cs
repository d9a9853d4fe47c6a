using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Which role is held where, and who may give it.</summary>
public static class Granting
{
    /// <param name="level">Of the territory; null for an organization.</param>
    public static bool Fits(Role role, TerritoryLevel? level) => role switch
    {
        Role.MunicipalCoordinator => level == TerritoryLevel.Municipality,
        Role.RegionalCoordinator or Role.RegionalAnalyst => level == TerritoryLevel.Region,
        Role.FederalOperator or Role.FederalAnalyst or Role.SystemAdministrator => level == TerritoryLevel.Federation,
        Role.IntegratingSystem => level is null or TerritoryLevel.Region,
        _ => level is null,
    };

    /// <summary>Heads give the roles of their own place, save their own, which the founder gives; administrators give all.</summary>
    public static bool May(bool administrator, Role role) =>
        administrator || (role is not (Role.Head or Role.CentreHead or Role.IntegratingSystem) && Fits(role, null));

    /// <summary>Roles of the external contour are held at its bodies.</summary>
    public static void DemandBody(Role role, string? kind)
    {
        if (Roles.OfBodies.Contains(role) && !OrganizationKinds.Bodies.Contains(kind)) throw new BadInput("role.body-only") { Pointer = "/role" };
    }

    /// <summary>A place outside the granter's scope does not exist for the granter.</summary>
    public static void DemandPlace(Scope scope, Guid? organization)
    {
        if (!scope.Federation && !(organization is { } id && scope.Reaches(id))) throw new NotFound();
    }

    /// <summary>Nobody gives a role to oneself, nor to an account behind which no person stands.</summary>
    /// <param name="administrator">Gives heads and coordinators their accounts before anybody has entered the person.</param>
    public static void DemandOther(string granter, bool administrator, Role role, Guid account, Guid? person)
    {
        if (account.ToString() == granter) throw new Forbidden("assignment.own");
        if (person is null && (!administrator || Confidential.Roles.Contains(role))) throw new BadInput("assignment.person-needed") { Pointer = "/accountId" };
    }

    /// <summary>Whoever leads an organization holds no confidential role there on the same days; the database holds it too.</summary>
    public static async Task DemandApart(Guid account, Guid organization, DateOnly from, DateOnly? until, Db db, CancellationToken ct)
    {
        if (await db.One<bool>(LeadsSql, new { account, organization, from, until }, ct)) throw new RuleViolation("assignment.kept-apart");
    }

    /// <summary>
    /// Who confirms a role is neither its holder nor its proposer, has no role at that organization, and confirms by a role
    /// that neither of the two has given.
    /// </summary>
    public static async Task DemandThirdPerson(RoleProposalRow proposal, string confirmer, DateTime now, Db db, CancellationToken ct)
    {
        if (!await db.One<bool>($"select {ThirdPerson} from role_proposal p where p.id = @Id", new { proposal.Id, Account = confirmer, Now = now }, ct))
            throw new Forbidden("assignment.third-person");
    }

    /// <summary>Whether <c>@Account</c> may decide on the proposal <c>p</c>, at the instant <c>@Now</c>.</summary>
    public static readonly string ThirdPerson = $"""
        (p.proposed_by <> @Account and p.account_id::text <> @Account and not exists (
            select from role_assignment r
             where r.account_id::text = @Account and r.started_on <= local_day(@Now, r.organization_id, r.territory_code)
               and (r.ended_on is null or r.ended_on > local_day(@Now, r.organization_id, r.territory_code))
               and (r.organization_id = p.organization_id
                    or (r.role in ('{string.Join("', '", Roles.Permissions.Where(of => of.Value.Contains(Permission.RoleConfirm)).Select(of => of.Key))}')
                        and r.granted_by in (p.proposed_by, p.account_id::text)))))
        """;

    const string LeadsSql = """
        select exists (select from role_assignment
                        where account_id = @account and organization_id = @organization and role in ('Head', 'Curator', 'CentreHead')
                          and daterange(started_on, ended_on, '[)') && daterange(@from::date, @until::date, '[)'))
        """;
}
