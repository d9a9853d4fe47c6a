using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>Who is told what of the council of mentors.</summary>
sealed class CouncilsNotices : INotices
{
    /// <summary>Whoever is asked to sit on the council.</summary>
    static readonly Audience SeatHolder = Audience.Of(
        "select a.id from council_seat s join identity.account a on a.person_id = s.person_id where s.id = @SubjectId");

    /// <summary>Whose name the council wrote beside a task: one person of the school with exactly this name.</summary>
    static readonly Audience TaskHolder = Audience.Of("""
        select (array_agg(a.id))[1] from council_task t
          join person p on t.organization_id = any(p.organization_ids) and person_name(p) = t.responsible_name
          join identity.account a on a.person_id = p.id
         where t.id = @SubjectId having count(*) = 1
        """);

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
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<CouncilInvited>(SeatOffered, [SeatHolder]),
        On<SeatMoved>(SeatAnswered, [Audience.CouncilChair, Curators, Heads], e => e.Step is SeatStep.Accept or SeatStep.Agree or SeatStep.Decline),
        On<SeatMoved>(RoleToConfirm, [Coordinators], e => e.Step == SeatStep.Agree),
        On<CouncilMeetingSet>(CouncilMeetingPlanned, [Audience.Council]),
        On<CouncilMeetingRevised>(CouncilMeetingChanged, [Audience.Council]),
        On<CouncilMeetingCalledOff>(CouncilMeetingCancelled, [Audience.Council]),
        On<DecisionMoved>(VoteOpened, [Audience.Council], e => e.Step == DecisionStep.OpenVote),
        On<DecisionMoved>(DecisionTaken, [Audience.Council, Curators, Heads], e => e.Step is DecisionStep.Adopt or DecisionStep.Reject),
        On<CouncilMeetingClosed>(MinutesReady, [Audience.Council, Curators, Heads]),
        On<CouncilTaskAdded>(CouncilTaskGiven, [TaskHolder]),
        On<CouncilTaskLeft>(CouncilTaskDropped, [Audience.Council, Curators]),
    ];
}
