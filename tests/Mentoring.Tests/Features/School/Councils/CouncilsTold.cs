using Mentoring.Api.Features.School.Councils;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Councils;

/// <summary>Who hears of what happens in this area.</summary>
sealed class CouncilsTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new CouncilInvited(SeatKind.Member), "Seat", "SeatOffered: Named"),
        new(new SeatMoved(SeatStep.Accept, SeatKind.Member), "Seat", "SeatAnswered: Chair Curator Head"),
        new(new SeatMoved(SeatStep.Decline, SeatKind.Member), "Seat", "SeatAnswered: Chair Curator Head"),
        new(new SeatMoved(SeatStep.Agree, SeatKind.Chair), "Seat", "RoleToConfirm: Region Town; SeatAnswered: Chair Curator Head"),
        new(new SeatMoved(SeatStep.End, SeatKind.Member), "Seat", ""),
        new(new CouncilMeetingSet(1), "CouncilMeeting", "CouncilMeetingPlanned: Chair Member"),
        new(new CouncilMeetingRevised(1), "CouncilMeeting", "CouncilMeetingChanged: Chair Member"),
        new(new CouncilMeetingCalledOff(), "CouncilMeeting", "CouncilMeetingCancelled: Chair Member"),
        new(new CouncilMeetingClosed(1), "CouncilMeeting", "MinutesReady: Chair Curator Head Member"),
        new(new DecisionMoved(DecisionStep.OpenVote), "Decision", "VoteOpened: Chair Member"),
        new(new DecisionMoved(DecisionStep.Adopt), "Decision", "DecisionTaken: Chair Curator Head Member"),
        new(new DecisionMoved(DecisionStep.Reject), "Decision", "DecisionTaken: Chair Curator Head Member"),
        new(new DecisionMoved(DecisionStep.CarryOut), "Decision", ""),
        new(new CouncilTaskAdded(CouncilTaskKind.Methodical), "Task", "CouncilTaskGiven: Named"),
        new(new CouncilTaskLeft(), "Task", "CouncilTaskDropped: Chair Curator Member"),
    ];
}
