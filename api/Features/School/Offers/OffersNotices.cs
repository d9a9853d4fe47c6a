using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Features.School.Matching;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>Who is told what of offers and requests: each school of what waits for it, mentor and mentee of what was decided.</summary>
sealed class OffersNotices : INotices
{
    static readonly Audience Mentor = Audience.Of(
        "select a.id from mentor_offer o join identity.account a on a.person_id = o.mentor_id where o.id = @SubjectId");

    static readonly Audience Mentee = Audience.Of(
        "select a.id from offer_request q join identity.account a on a.person_id = q.mentee_id where q.id = @SubjectId");

    /// <summary>Curators of the mentor's school, of a request for the pair that came by an offer.</summary>
    static readonly Audience MentorsCurators = new("""
        select r.account_id from offer_request q join role_assignment r on r.organization_id = q.organization_id
         where q.id = @SubjectId and r.role = 'Curator' and r.account_id is not null
           and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today)
        """, Curators.MayHold);

    /// <summary>The mentor's school, on the own page of whoever decides for it.</summary>
    static readonly NotificationSubject AtMentorsSchool = new("""
        select o.name_short title, s.name_short about, null::timestamptz starts_at, q.organization_id page_id
          from offer_request q join organization o on o.id = q.organization_id join organization s on s.id = q.school_id where q.id = @SubjectId
        """, "/school/{page}/offers?view=requests&direction=In");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [OfferProposed] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/school/{organization}/offers"), EmailMode.Digest),
        [OfferAgreed] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/mentor-offers?view=mine"), EmailMode.Digest),
        [OfferDeclined] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/mentor-offers?view=mine"), EmailMode.Now),
        [OfferEnded] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/mentor-offers?view=mine"), EmailMode.Digest),
        [OfferRequested] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/school/{organization}/offers?view=requests"), EmailMode.Now),
        [OfferRequestAgreed] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/mentor-offers?view=asked"), EmailMode.Digest),
        [OfferRequestRefused] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/mentor-offers?view=asked"), EmailMode.Now),
        [OfferRequestClosed] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/mentor-offers?view=asked"), EmailMode.Digest),
        [OfferRequestDropped] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/school/{organization}/offers?view=requests"), EmailMode.Digest),
        [OfferRequestReceived] = new(NotificationTopic.Matching, AtMentorsSchool, EmailMode.Digest),
        [OfferRequestAnswered] = new(NotificationTopic.Matching, AtMentorsSchool, EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<MentorOfferProposed>(OfferProposed, [Curators]),
        On<MentorOfferMoved>(OfferAgreed, [Mentor], e => e.Step == OfferStep.Agree),
        On<MentorOfferMoved>(OfferDeclined, [Mentor], e => e.Step == OfferStep.Decline),
        On<MentorOfferMoved>(OfferEnded, [Mentor, Curators], e => e.Step is OfferStep.End or OfferStep.Withdraw),
        On<OfferAsked>(OfferRequested, [Curators], e => e.ByMentee),
        On<OfferRequestDecided>(OfferRequestAgreed, [Mentee], e => e.Agreed),
        On<OfferRequestDecided>(OfferRequestRefused, [Mentee], e => !e.Agreed),
        On<OfferRequestCame>(OfferRequestReceived, [MentorsCurators]),
        On<OfferRequestTakenBack>(OfferRequestDropped, [Curators]),
        On<OfferRequestLapsed>(OfferRequestClosed, [Mentee]),
        On<OfferRequestLapsed>(OfferRequestDropped, [Curators]),
        On<MatchRequestAnswered>(OfferRequestAnswered, [MentorsCurators], e => e.Status is MatchRequestStatus.Accepted or MatchRequestStatus.Declined),
    ];
}
