using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

public sealed record MeetingCalledOff() : IEvent;

public sealed record MeetingSeriesCancelled(int Cancelled) : IEvent;

public sealed record MeetingConfirmed(Confirmed About) : IEvent;

public sealed record MeetingTookPlace() : IEvent;

public sealed record MeetingLogged() : IEvent;

public sealed record MeetingMissed() : IEvent;

public sealed record MeetingPutOff() : IEvent;

public sealed record MeetingSet() : IEvent;

public sealed record MeetingSeriesPlanned(int Meetings) : IEvent;

public sealed record MeetingNoteWritten() : IEvent;

public sealed record MeetingNears() : IEvent;
