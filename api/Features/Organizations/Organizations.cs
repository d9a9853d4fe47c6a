namespace Mentoring.Api.Features.Organizations;

/// <summary>Chapter: the register of schools and of the bodies that support them.</summary>
public static class Organizations
{
    public static void MapOrganizations(this RouteGroupBuilder api)
    {
        var organizations = api.MapGroup("/organizations").WithTags("Organizations");
        ListOrganizations.Map(organizations);
        GetOrganization.Map(organizations);
        SetMunicipality.Map(organizations);
        MoveOrganization.Map(organizations);
        ChangeOrganizationKind.Map(organizations);
        EndOrganization.Map(organizations);
    }
}

/// <summary>Whether an organization works.</summary>
public enum OrganizationStatus { Open, Closed }

/// <summary>What happened to an organization; its history is made of these.</summary>
public enum OrganizationEventKind { Opened, Changed, Renamed, Moved, KindChanged, Merged, Joined, Split, Closed }
