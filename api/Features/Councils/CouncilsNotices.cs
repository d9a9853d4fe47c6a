using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Councils;

/// <summary>Who is told what of the council of mentors and the incentives that it supports.</summary>
sealed class CouncilsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [RoleToConfirm] = new(NotificationTopic.Roles, NotificationSubject.AtSchool("/role-proposals"), EmailMode.Digest),
        [SeatOffered] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/today"), EmailMode.Now),
        [SeatAnswered] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/council?tab=members"), EmailMode.Digest),
        [CouncilMeetingPlanned] = new(NotificationTopic.Council, NotificationSubject.CouncilMeeting, EmailMode.Now),
        [CouncilMeetingChanged] = new(NotificationTopic.Council, NotificationSubject.CouncilMeeting, EmailMode.Now),
        [CouncilMeetingCancelled] = new(NotificationTopic.Council, NotificationSubject.CouncilMeeting, EmailMode.Now),
        [MinutesReady] = new(NotificationTopic.Council, NotificationSubject.CouncilMeeting, EmailMode.Digest),
        [VoteOpened] = new(NotificationTopic.Council, NotificationSubject.Decision, EmailMode.Now),
        [DecisionTaken] = new(NotificationTopic.Council, NotificationSubject.Decision, EmailMode.Digest),
        [CouncilTaskGiven] = new(NotificationTopic.Council, NotificationSubject.CouncilTask, EmailMode.Now),
        [CouncilTaskDropped] = new(NotificationTopic.Council, NotificationSubject.CouncilTask, EmailMode.Now),
        [IncentiveProposed] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/council/incentives"), EmailMode.Digest),
        [IncentiveAwaitsHead] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/council/incentives"), EmailMode.Digest),
        [IncentiveDecided] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/council/incentives"), EmailMode.Digest),
        [IncentiveGranted] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/my-profile?tab=incentives"), EmailMode.Now),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(InviteToCouncil)] = [new(SeatOffered, [SeatHolder])],
        [nameof(AnswerSeat)] =
        [
            new(SeatAnswered, [Audience.CouncilChair, Curators, Heads]), new(RoleToConfirm, [Coordinators], Says("step", nameof(SeatStep.Agree))),
        ],
        [nameof(PlanCouncilMeeting)] = [new(CouncilMeetingPlanned, [Audience.Council])],
        [nameof(ReviseCouncilMeeting)] = [new(CouncilMeetingChanged, [Audience.Council])],
        [nameof(CancelCouncilMeeting)] = [new(CouncilMeetingCancelled, [Audience.Council])],
        [nameof(OpenVote)] = [new(VoteOpened, [Audience.Council])],
        [nameof(CloseVote)] = [new(DecisionTaken, [Audience.Council, Curators, Heads])],
        [nameof(CloseCouncilMeeting)] = [new(MinutesReady, [Audience.Council, Curators, Heads])],
        [nameof(AddCouncilTask)] = [new(CouncilTaskGiven, [TaskHolder])],
        [nameof(ProposeIncentive)] = [new(IncentiveProposed, [Audience.Council])],
        [nameof(DecideIncentiveAsCouncil)] =
        [
            new(IncentiveAwaitsHead, [Heads], Says("step", nameof(IncentiveStep.Support))),
            new(IncentiveDecided, [IncentiveProposer]),
        ],
        [nameof(DecideIncentiveAsHead)] =
        [
            new(IncentiveGranted, [IncentivePerson], Says("step", nameof(IncentiveStep.Grant))),
            new(IncentiveDecided, [IncentiveProposer, Audience.CouncilChair]),
        ],
    };

    public IReadOnlyList<NotificationRule> OfLeaving { get; } = [new(CouncilTaskDropped, [Audience.Council, Curators], Has("dropped"))];
}
