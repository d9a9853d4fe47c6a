using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Profiles;

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

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(SubmitLearningRequest)] = [new(LearningRequestSubmitted, [Curators])],
        [nameof(AnswerLearningRequest)] = [new(LearningRequestAnswered, [Subject])],
        [nameof(SaveMentorProfile)] = [new(MentorProfileAwaits, [Curators], Says("status", nameof(MentorStatus.Draft)))],
        [nameof(ConfirmMentorProfile)] = [new(MentorProfileConfirmed, [Subject])],
        [nameof(AddMentorResult)] = [new(MentorResultAwaits, [Curators])],
        [nameof(DecideMentorResult)] = [new(MentorResultDecided, [Subject])],
    };
}
