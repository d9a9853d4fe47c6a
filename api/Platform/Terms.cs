namespace Mentoring.Api.Platform;

// Words about programs in which people are told of them outside the wing that runs them.

/// <summary>Where a program stands in its life.</summary>
public enum ProgramStatus { Draft, Consent, Council, Approved, Active, Paused, Completed, EndedEarly, Cancelled }

/// <summary>The side on which a person takes part.</summary>
public enum ParticipantRole { Mentor, Mentee }

/// <summary>Where a pair meets.</summary>
public enum MeetingMode { Online, InPerson }
