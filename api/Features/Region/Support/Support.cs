using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Chapter: the bodies of the external contour, and whom each of them stands behind.</summary>
public static class SupportChapter
{
    public static void MapSupport(this RouteGroupBuilder api)
    {
        var ofTerritory = api.MapGroup("/territories/{territoryCode}").Chapter("Support",
            "The bodies of the external contour: whom each of them stands behind, with which service and until when.");
        ListBodies.Map(ofTerritory);
        AddBody.Map(ofTerritory);
        GetSupportMap.Map(ofTerritory);
        ListSupportGaps.Map(ofTerritory);
        ExportSupportGaps.Map(ofTerritory);

        var ofOrganization = api.MapGroup("/organizations/{organizationId:guid}").WithTags("Support");
        ReviseBody.Map(ofOrganization);
        ListSupporters.Map(ofOrganization);
        ListSupported.Map(ofOrganization);
        ExportSupported.Map(ofOrganization);
        OpenSupportLinks.Map(ofOrganization);
        ReviseSupportLink.Map(ofOrganization);
        EndSupportLink.Map(ofOrganization);
    }
}

/// <summary>Where a support link stands on a day.</summary>
public enum SupportState { ToCome, InForce, Ended }

/// <summary>What its body may still do with a support link.</summary>
public enum SupportStep { Revise, End }

/// <summary>A support link after a step.</summary>
/// <param name="EndsOn">The first day on which it is no longer in force; null without an end.</param>
public sealed record SupportLinkState(SupportState State, DateOnly StartsOn, DateOnly? EndsOn, int Version);
