using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Who is told what of requests for a pair.</summary>
sealed class MatchingNotices : INotices
{
    /// <summary>The mentor and the mentee who are asked to work together.</summary>
    static readonly Audience MatchPair = Audience.Of(
        "select a.id from match_request r join identity.account a on a.person_id in (r.mentor_id, r.mentee_id) where r.id = @SubjectId");

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [MatchAsked] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/requests"), EmailMode.Now),
        [MatchAgreed] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/requests"), EmailMode.Now),
        [MatchDeclined] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/requests"), EmailMode.Digest),
        [MatchClosed] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/requests"), EmailMode.Digest),
        [MatchAnswered] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/school/{organization}/matching"), EmailMode.Digest),
        [MatchExpired] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/school/{organization}/matching"), EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<MatchRequestSent>(MatchAsked, [MatchPair]),
        On<MatchRequestAnswered>(MatchAgreed, [MatchPair], e => e.Status == MatchRequestStatus.Accepted),
        On<MatchRequestAnswered>(MatchDeclined, [MatchPair], e => e.Status == MatchRequestStatus.Declined),
        On<MatchRequestAnswered>(MatchAnswered, [Curators], e => e.Status is MatchRequestStatus.Accepted or MatchRequestStatus.Declined),
        On<MatchRequestWithdrawn>(MatchClosed, [MatchPair]),
        On<MatchRequestLeft>(MatchClosed, [MatchPair]),
        On<MatchRequestClosed>(MatchClosed, [MatchPair], e => e.Reason != MatchRequestReason.ProgramDrafted),
        On<MatchRequestClosed>(MatchExpired, [Curators], e => e.Reason is MatchRequestReason.OutOfTime or MatchRequestReason.PersonLeft),
    ];
}
