using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Who is told what of profiles, results and wishes to learn.</summary>
sealed class ProfilesNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [LearningRequestSubmitted] = new(NotificationTopic.Profiles,
            NotificationSubject.AtSchool("/school/{organization}/mentees/{subject}"), EmailMode.Digest),
        [LearningRequestAnswered] = new(NotificationTopic.Profiles, NotificationSubject.AtSchool("/my-profile?tab=request"), EmailMode.Now),
        [MentorProfileAwaits] = new(NotificationTopic.Profiles, NotificationSubject.AtSchool("/school/{organization}/mentors/{subject}"), EmailMode.Digest),
        [MentorResultAwaits] = new(NotificationTopic.Profiles, NotificationSubject.AtSchool("/school/{organization}/mentors/{subject}"), EmailMode.Digest),
        [MentorProfileConfirmed] = new(NotificationTopic.Profiles, NotificationSubject.AtSchool("/my-profile?tab=mentor"), EmailMode.Digest),
        [MentorResultDecided] = new(NotificationTopic.Profiles, NotificationSubject.AtSchool("/my-profile?tab=mentor"), EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<LearningRequestMoved>(LearningRequestSubmitted, [Curators], e => e.Status == LearningRequestStatus.Submitted),
        On<LearningRequestMoved>(LearningRequestAnswered, [Subject], e => e.Status is LearningRequestStatus.Accepted or LearningRequestStatus.Returned),
        On<MentorProfileSaved>(MentorProfileAwaits, [Curators], e => e.Status == MentorStatus.Draft),
        On<ProfileConfirmed>(MentorProfileConfirmed, [Subject]),
        On<MentorResultAdded>(MentorResultAwaits, [Curators]),
        On<ResultDecided>(MentorResultDecided, [Subject]),
    ];
}
