using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>Chapter: mentors who help beyond their own school, and who asks for one, with the consent of both schools.</summary>
public static class OffersChapter
{
    public static void AddOffers(this IServiceCollection services) =>
        services.AddScoped<OfferAsking>().AddJob<CloseOffers>("close-offers", job => job.Run(CancellationToken.None), CloseOffers.Schedule);

    public static void MapOffers(this RouteGroupBuilder api)
    {
        var offers = api.MapGroup("/mentor-offers").Chapter("Offers",
            "Mentors who help beyond their school, within a municipality, a region or the country: both schools agree, and both people.");
        ListMentorOffers.Map(offers);
        ReviseMentorOffer.Map(offers);
        WithdrawMentorOffer.Map(offers);
        AskMentor.Map(offers);

        var own = api.MapGroup("/me").WithTags("Offers");
        ListOwnMentorOffers.Map(own);
        ListOwnOfferRequests.Map(own);
        WithdrawOfferRequest.Map(own);

        var school = api.MapGroup("/organizations/{organizationId:guid}").WithTags("Offers");
        MakeMentorOffer.Map(school);
        ListSchoolOffers.Map(school);
        AgreeMentorOffer.Map(school);
        DeclineMentorOffer.Map(school);
        AskMentorFor.Map(school);
        ListOfferRequests.Map(school);
        AgreeOfferRequest.Map(school);
        RefuseOfferRequest.Map(school);
    }
}

/// <summary>How far from the mentor's school an offer is told of.</summary>
public enum OfferScope { Municipality, Region, Country }

/// <summary>Where an offer stands: the mentor's school has to agree before anybody else reads it.</summary>
public enum OfferStatus { Proposed, Open, Declined, Withdrawn, Ended }

/// <summary>What moves an offer; a school may decline one to which it had agreed.</summary>
public enum OfferStep { Revise, Agree, Decline, Withdraw, End }

/// <summary>Where a request for an offer stands: once sent, both people answer it as any request for a pair.</summary>
public enum OfferRequestStatus { Asked, Sent, Refused, Withdrawn, Closed }

public enum OfferRequestStep { Agree, Refuse, Withdraw, Close }

/// <summary>Why a request was closed without an answer of the school.</summary>
public enum OfferRequestReason { OfferOver, MenteePaired, PersonLeft }

/// <summary>From which of the two schools a request is seen.</summary>
public enum OfferDirection { Out, In }

/// <summary>An offer after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record OfferState(Guid Id, OfferStatus Status, int Version);

/// <summary>A request for an offer after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record OfferRequestState(Guid Id, OfferRequestStatus Status, int Version);
