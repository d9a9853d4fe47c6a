using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

public sealed record AgendaItemAdded(AgendaKind Kind) : IEvent;

public sealed record CouncilTaskAdded(CouncilTaskKind Kind) : IEvent;

public sealed record CouncilMeetingCalledOff() : IEvent;

public sealed record VoteCast(Vote Vote) : IEvent;

public sealed record CouncilMeetingClosed(int Number) : IEvent;

public sealed record DecisionMoved(DecisionStep Step) : IEvent;

public sealed record CouncilTaskFinished(CouncilTaskStatus Status) : IEvent;

public sealed record CouncilInvited(SeatKind Seat) : IEvent;

public sealed record CouncilMeetingOpened(int Members) : IEvent;

public sealed record CouncilMeetingSet(int Points) : IEvent;

public sealed record DecisionProposed() : IEvent;

public sealed record AttendanceRecorded(int Present) : IEvent;

public sealed record CouncilMeetingRevised(int Points) : IEvent;

public sealed record SeatMoved(SeatStep Step, SeatKind Seat) : IEvent;

public sealed record CouncilTaskLeft([Code] string Dropped = "CouncilTask") : IEvent;
