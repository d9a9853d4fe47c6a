using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

// What members say and do stands in no trail: only that it happened.

public sealed record InitiativeStarted(InitiativeScope Scope) : IEvent;

public sealed record InitiativeRevised() : IEvent;

public sealed record InitiativeMoved(InitiativeStep Step) : IEvent;

/// <summary>It was offered to this organization, whose people read of it from now on.</summary>
public sealed record InitiativeOffered() : IEvent;

/// <summary>Somebody was invited by the leader, or put forward by the own school.</summary>
public sealed record InitiativeInvited(bool BySchool) : IEvent;

public sealed record InitiativeAsked() : IEvent;

/// <summary>Whoever was invited said yes, or no.</summary>
public sealed record InitiativeAnswered(bool Yes) : IEvent;

/// <summary>Whoever asked was let in, or not.</summary>
public sealed record InitiativeDecided(bool Yes) : IEvent;

public sealed record InitiativeLeft(InitiativeMemberStatus Status) : IEvent;

public sealed record InitiativeHandedOver() : IEvent;

/// <summary>Whoever led it has left work, or its organization has come to its end, and nobody goes on with it.</summary>
public sealed record InitiativeLapsed() : IEvent;

public sealed record InitiativeWritten() : IEvent;

/// <param name="Given">To one of the members, and not free to be taken.</param>
public sealed record InitiativeTaskSet(bool Given) : IEvent;

public sealed record InitiativeTaskMoved(InitiativeTaskStep Step) : IEvent;

/// <summary>Its day is three days ahead.</summary>
public sealed record InitiativeTaskNears() : IEvent;

public sealed record InitiativeMeetingSet() : IEvent;

public sealed record InitiativeMeetingCalledOff() : IEvent;

public sealed record InitiativeFileAdded() : IEvent;

public sealed record InitiativeFileRemoved() : IEvent;

/// <summary>A school was set a task.</summary>
public sealed record SchoolTaskSet(DateOnly DueOn) : IEvent;

public sealed record SchoolTaskReported() : IEvent;

public sealed record SchoolReportAccepted() : IEvent;

public sealed record SchoolReportReturned() : IEvent;

public sealed record SchoolTaskWithdrawn() : IEvent;

/// <summary>A school that owes a report was reminded of it by whoever set the task.</summary>
public sealed record SchoolTaskReminded() : IEvent;

/// <summary>A school's term is three days ahead, and it has not reported.</summary>
public sealed record SchoolTaskNears() : IEvent;
