using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Offers.OfferStatus;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>The lives of an offer and of a request for one.</summary>
public static class OfferLife
{
    /// <summary>What has changed is agreed to anew.</summary>
    public static readonly Lifecycle<OfferStatus, OfferStep> Offers = new("offer.step-not-now", new Dictionary<(OfferStatus, OfferStep), OfferStatus>
    {
        [(Proposed, OfferStep.Revise)] = Proposed,
        [(Proposed, OfferStep.Agree)] = Open,
        [(Proposed, OfferStep.Decline)] = Declined,
        [(Proposed, OfferStep.Withdraw)] = Withdrawn,
        [(Proposed, OfferStep.End)] = Ended,
        [(Open, OfferStep.Revise)] = Proposed,
        [(Open, OfferStep.Decline)] = Declined,
        [(Open, OfferStep.Withdraw)] = Withdrawn,
        [(Open, OfferStep.End)] = Ended,
        [(Declined, OfferStep.Revise)] = Proposed,
        [(Declined, OfferStep.Withdraw)] = Withdrawn,
        [(Declined, OfferStep.End)] = Ended,
    });

    public static readonly Lifecycle<OfferRequestStatus, OfferRequestStep> Requests = new("offer.request-step-not-now",
        new Dictionary<(OfferRequestStatus, OfferRequestStep), OfferRequestStatus>
        {
            [(OfferRequestStatus.Asked, OfferRequestStep.Agree)] = OfferRequestStatus.Sent,
            [(OfferRequestStatus.Asked, OfferRequestStep.Refuse)] = OfferRequestStatus.Refused,
            [(OfferRequestStatus.Asked, OfferRequestStep.Withdraw)] = OfferRequestStatus.Withdrawn,
            [(OfferRequestStatus.Asked, OfferRequestStep.Close)] = OfferRequestStatus.Closed,
        });
}
