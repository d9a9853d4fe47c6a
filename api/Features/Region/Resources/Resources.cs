using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>Chapter: what a region and the country offer a teacher for growth, and who takes a place in it.</summary>
public static class ResourcesChapter
{
    public static void MapResources(this RouteGroupBuilder api)
    {
        var resources = api.MapGroup("/resources").Chapter("Resources",
            "The resource map: growth points, internship sites, communities, clubs, conferences, fairs and courses, with their runs and places.");
        ListResources.Map(resources);
        GetResource.Map(resources);
        TakeResourcePlace.Map(resources);
        GiveUpResourcePlace.Map(resources);

        var ofBody = api.MapGroup("/organizations/{organizationId:guid}/resources").WithTags("Resources");
        AddResource.Map(ofBody);
        ReviseResource.Map(ofBody);
        WithdrawResource.Map(ofBody);
        OfferResource.Map(ofBody);
        OpenResourceRun.Map(ofBody);
        ReviseResourceRun.Map(ofBody);
        CallOffResourceRun.Map(ofBody);
        ListResourcePlaces.Map(ofBody);
    }
}

public enum ResourceStatus { Offered, Withdrawn }

public enum ResourceStep { Revise, Withdraw, Offer, OpenRun }

/// <summary>Where one takes part.</summary>
public enum ResourceFormat { OnSite, Online, Mixed }

public enum ResourceRunStanding { Open, Closed, Full, CalledOff }

/// <summary>A resource after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record ResourceState(Guid Id, ResourceStatus Status, int Version);

/// <summary>A run after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record ResourceRunState(Guid Id, int Version);
