using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Matching;

/// <summary>Who is told what of requests for a pair.</summary>
sealed class MatchingNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [MatchAsked] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/requests"), EmailMode.Now),
        [MatchAgreed] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/requests"), EmailMode.Now),
        [MatchDeclined] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/requests"), EmailMode.Digest),
        [MatchClosed] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/requests"), EmailMode.Digest),
        [MatchAnswered] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/school/{organization}/matching"), EmailMode.Digest),
        [MatchExpired] = new(NotificationTopic.Matching, NotificationSubject.AtSchool("/school/{organization}/matching"), EmailMode.Digest),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(SendMatchRequests)] = [new(MatchAsked, [MatchPair])],
        [nameof(AnswerMatchRequest)] =
        [
            new(MatchAgreed, [MatchPair], Says("status", nameof(MatchRequestStatus.Accepted))),
            new(MatchAnswered, [Curators], Says("status", nameof(MatchRequestStatus.Accepted))),
            new(MatchDeclined, [MatchPair], Says("status", nameof(MatchRequestStatus.Declined))),
            new(MatchAnswered, [Curators], Says("status", nameof(MatchRequestStatus.Declined))),
        ],
        [nameof(CloseMatchRequest)] = [new(MatchClosed, [MatchPair])],
        [nameof(CloseMatchRequests)] =
        [
            new(MatchClosed, [MatchPair], Not(Says("reason", nameof(MatchRequestReason.ProgramDrafted)))),
            new(MatchExpired, [Curators], Any(Says("reason", nameof(MatchRequestReason.OutOfTime)), Says("reason", nameof(MatchRequestReason.PersonLeft)))),
        ],
    };

    public IReadOnlyList<NotificationRule> OfLeaving { get; } = [new(MatchClosed, [MatchPair], Has("closed"))];
}
