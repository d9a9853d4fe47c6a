using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>Chapter: the register of schools and of the bodies that support them.</summary>
public static class Organizations
{
    public static void AddOrganizations(this IServiceCollection services) =>
        services.AddContributions<IFollowEnd>()
            .AddJob<SettleOrganization>("settle-organization", job => job.Run(CancellationToken.None), SettleOrganization.Schedule);

    public static void MapOrganizations(this RouteGroupBuilder api)
    {
        var organizations = api.MapGroup("/organizations").Chapter("Organizations", "Schools, colleges and the bodies that support them.");
        ListOrganizations.Map(organizations);
        GetOrganization.Map(organizations);
        SetMunicipality.Map(organizations);
        MoveOrganization.Map(organizations);
        ChangeOrganizationKind.Map(organizations);
        PreviewOrganizationEnd.Map(organizations);
        EndOrganization.Map(organizations);
        UndoOrganizationEnd.Map(organizations);
        CorrectSuccessor.Map(organizations);
    }
}

/// <summary>Whether an organization works.</summary>
public enum OrganizationStatus { Open, Closed }

/// <summary>What happened to an organization; its history is made of these.</summary>
public enum OrganizationEventKind { Opened, Changed, Renamed, Moved, KindChanged, Merged, Joined, Split, Closed }

/// <summary>What becomes of the people of an organization that ends, and of their programs.</summary>
public enum StaffFate
{
    /// <summary>Nobody is there.</summary>
    None,

    /// <summary>They go over to the successor, programs with them where it is in the same region.</summary>
    HandOver,

    /// <summary>Their work there ends, programs with it.</summary>
    Release,
}
