using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The lives of what the council works with.</summary>
public static class CouncilLifecycles
{
    public static readonly Lifecycle<SeatStatus, SeatStep> Seat = new("council.seat-not-now", new Dictionary<(SeatStatus, SeatStep), SeatStatus>
    {
        [(SeatStatus.Invited, SeatStep.Accept)] = SeatStatus.Held,
        [(SeatStatus.Invited, SeatStep.Agree)] = SeatStatus.Agreed,
        [(SeatStatus.Agreed, SeatStep.Confirm)] = SeatStatus.Held,
        [(SeatStatus.Agreed, SeatStep.Decline)] = SeatStatus.Declined,
        [(SeatStatus.Agreed, SeatStep.Withdraw)] = SeatStatus.Withdrawn,
        [(SeatStatus.Invited, SeatStep.Decline)] = SeatStatus.Declined,
        [(SeatStatus.Invited, SeatStep.Withdraw)] = SeatStatus.Withdrawn,
        [(SeatStatus.Held, SeatStep.End)] = SeatStatus.Ended,
    });

    public static readonly Lifecycle<CouncilMeetingStatus, CouncilMeetingStep> Meeting =
        new("council.meeting-not-now", new Dictionary<(CouncilMeetingStatus, CouncilMeetingStep), CouncilMeetingStatus>
        {
            [(CouncilMeetingStatus.Planned, CouncilMeetingStep.Open)] = CouncilMeetingStatus.InSession,
            [(CouncilMeetingStatus.Planned, CouncilMeetingStep.Cancel)] = CouncilMeetingStatus.Cancelled,
            [(CouncilMeetingStatus.InSession, CouncilMeetingStep.Close)] = CouncilMeetingStatus.Held,
        });

    public static readonly Lifecycle<DecisionStatus, DecisionStep> Decision =
        new("council.decision-not-now", new Dictionary<(DecisionStatus, DecisionStep), DecisionStatus>
        {
            [(DecisionStatus.Proposed, DecisionStep.OpenVote)] = DecisionStatus.Voting,
            [(DecisionStatus.Proposed, DecisionStep.Withdraw)] = DecisionStatus.Withdrawn,
            [(DecisionStatus.Voting, DecisionStep.Adopt)] = DecisionStatus.Adopted,
            [(DecisionStatus.Voting, DecisionStep.Reject)] = DecisionStatus.Rejected,
            [(DecisionStatus.Adopted, DecisionStep.CarryOut)] = DecisionStatus.CarriedOut,
            [(DecisionStatus.Adopted, DecisionStep.Revoke)] = DecisionStatus.Revoked,
        });

    public static readonly Lifecycle<CouncilTaskStatus, CouncilTaskStatus> Task =
        Lifecycle.Of("council.task-over", (CouncilTaskStatus.Open, CouncilTaskStatus.Done), (CouncilTaskStatus.Open, CouncilTaskStatus.Dropped));
}
