using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

public sealed record AgendaItemAdded(AgendaKind Kind) : IEvent;

public sealed record CouncilTaskAdded(CouncilTaskKind Kind) : IEvent;

public sealed record PreparationAdded(PreparationKind Kind, PreparationLevel Level) : IEvent;

public sealed record CouncilEvaluationCancelled() : IEvent;

public sealed record CouncilMeetingCalledOff() : IEvent;

public sealed record VoteCast(Vote Vote) : IEvent;

public sealed record CouncilMeetingClosed(int Number) : IEvent;

public sealed record CouncilEvaluationConcluded() : IEvent;

public sealed record DecisionMoved(DecisionStep Step) : IEvent;

public sealed record CouncilTaskFinished(CouncilTaskStatus Status) : IEvent;

public sealed record PreparationFinished(PreparationStatus Status) : IEvent;

public sealed record IncentiveMoved(IncentiveStep Step) : IEvent;

public sealed record CouncilInvited(SeatKind Seat) : IEvent;

public sealed record CouncilEvaluationMarked() : IEvent;

public sealed record CouncilEvaluationOpened() : IEvent;

public sealed record CouncilMeetingOpened(int Members) : IEvent;

public sealed record CouncilMeetingSet(int Points) : IEvent;

public sealed record DecisionProposed() : IEvent;

public sealed record IncentivePutForward(IncentiveKind Kind, IncentiveFunction Function) : IEvent;

public sealed record AttendanceRecorded(int Present) : IEvent;

public sealed record CouncilMeetingRevised(int Points) : IEvent;

public sealed record SeatMoved(SeatStep Step, SeatKind Seat) : IEvent;

public sealed record CouncilTaskLeft([Code] string Dropped = "CouncilTask") : IEvent;
