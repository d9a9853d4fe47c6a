using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>A mentor offers help beyond the school, or offers it otherwise than before: the school has to agree.</summary>
public sealed record MentorOfferProposed(OfferScope Scope) : IEvent;

public sealed record MentorOfferMoved(OfferStep Step) : IEvent;

/// <summary>Written into the trail of the mentee's school.</summary>
public sealed record OfferAsked(Guid OfferId, bool ByMentee) : IEvent;

/// <summary>The mentee's school has agreed, or has refused with a reason.</summary>
public sealed record OfferRequestDecided(bool Agreed) : IEvent;

/// <summary>The same, as the trail of the mentor's school holds it.</summary>
public sealed record OfferRequestCame(Guid OfferId) : IEvent;

public sealed record OfferRequestTakenBack() : IEvent;

public sealed record OfferRequestLapsed(OfferRequestReason Reason) : IEvent;
