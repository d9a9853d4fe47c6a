using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Features.School.Offers;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Offers;

/// <summary>Who hears of what happens in this area.</summary>
sealed class OffersTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new MentorOfferProposed(OfferScope.Region), "Offer", "OfferProposed: Curator"),
        new(new MentorOfferMoved(OfferStep.Agree), "Offer", "OfferAgreed: Mentor"),
        new(new MentorOfferMoved(OfferStep.Decline), "Offer", "OfferDeclined: Mentor"),
        new(new MentorOfferMoved(OfferStep.Withdraw), "Offer", "OfferEnded: Curator Mentor"),
        new(new MentorOfferMoved(OfferStep.End), "Offer", "OfferEnded: Curator Mentor"),
        new(new OfferAsked(Any, true), "OfferRequest", "OfferRequested: Curator"),
        new(new OfferAsked(Any, false), "OfferRequest", ""),
        new(new OfferRequestDecided(true), "OfferRequest", "OfferRequestAgreed: Mentee"),
        new(new OfferRequestDecided(false), "OfferRequest", "OfferRequestRefused: Mentee"),
        new(new OfferRequestCame(Any), "OfferRequest", "OfferRequestReceived: Curator"),
        new(new OfferRequestTakenBack(), "OfferRequest", "OfferRequestDropped: Curator"),
        new(new OfferRequestLapsed(OfferRequestReason.OfferOver), "OfferRequest", "OfferRequestClosed: Mentee; OfferRequestDropped: Curator"),
        new(new MatchRequestAnswered(default, true, MatchRequestStatus.Accepted), "OfferRequest", "MatchAnswered: Curator; OfferRequestAnswered: Curator"),
    ];
}
