using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

public sealed record CensusCompleted(int Needs, int Can) : IEvent;

public sealed record CensusEntryDecided(Guid Census, CensusDecision Decision) : IEvent;

public sealed record SchoolYearCensusOpened(int SchoolYear) : IEvent;

public sealed record CensusReminded(ReminderKind Reminder) : IEvent;
