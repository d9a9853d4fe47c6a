using Mentoring.Api.Features.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Identity;

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

    /// <summary>Heads give the roles of their own school, save their own, which the founder gives; administrators give all.</summary>
    public static bool May(bool administrator, Role role) => administrator || (role != Role.Head && role != Role.IntegratingSystem && Fits(role, null));

    /// <summary>A place outside the granter's scope does not exist for the granter.</summary>
    public static void DemandPlace(Scope scope, Guid? organization)
    {
        if (!scope.Federation && !(organization is { } id && scope.Organizations.Contains(id))) throw new NotFound();
    }
}
