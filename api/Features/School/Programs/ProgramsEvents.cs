using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

public sealed record ProgramCommented() : IEvent;

public sealed record ProductUploaded([Capital, Code] string MediaType, [Capital] int Size) : IEvent;

public sealed record ProgramRecordAdded([Capital, Number] ProgramRecordKind Kind) : IEvent;

public sealed record ProgramDecidedByCouncil(ApprovalDecision Decision) : IEvent;

public sealed record ProgramCalledOff() : IEvent;

public sealed record ActivityCompleted() : IEvent;

public sealed record ProgramFinished(int Undone) : IEvent;

public sealed record ConsentQuestioned() : IEvent;

public sealed record PlanCorrected([Capital] int Number) : IEvent;

public sealed record ProgramCreated(int Participants, int Activities) : IEvent;

public sealed record RoadmapTemplateCreated() : IEvent;

public sealed record ConsentDecided(ConsentStatus Status, [Capital] int TermsVersion, [Capital, Code] string TermsHash, [Code] string IdentifiedBy) : IEvent;

public sealed record PlanVersionDeclined([Capital] int Number) : IEvent;

public sealed record NoticeRanOut(DateOnly? NoticeUntil) : IEvent;

public sealed record NoticeGiven(DateOnly? NoticeUntil) : IEvent;

public sealed record ProgramEvaluated([Capital] int GoalsReached, [Capital] int Usefulness, [Capital] int Atmosphere) : IEvent;

public sealed record ProgramExtended([Capital] int Number, [Capital] DateOnly EndsOn) : IEvent;

public sealed record ProgramHalted() : IEvent;

public sealed record PlaceLeft(ParticipantRole Left, DateOnly LeftOn) : IEvent;

public sealed record PlanVersionAdopted(int Adopted) : IEvent;

public sealed record PlanProposalLeft([Code] string Withdrawn = "Proposal") : IEvent;

public sealed record ProgramHandedOver(Guid Carried, DateOnly On) : IEvent;

public sealed record ProgramClosed(ProgramStatus Ended, DateOnly On) : IEvent;

public sealed record ActivityReopened() : IEvent;

public sealed record MentorReplaced([Capital] int Number, [Capital] Guid LeavingId, [Capital] Guid IncomingId) : IEvent;

public sealed record ProgramTakenUp() : IEvent;

public sealed record RoadmapTemplateRetired() : IEvent;

public sealed record ProgramRevised(int Version) : IEvent;

public sealed record RoadmapTemplateRevised() : IEvent;

public sealed record ConsentTakenBack(ConsentStatus Status, DateOnly? NoticeUntil, [Code] string IdentifiedBy) : IEvent;

public sealed record GoalPrioritiesSet() : IEvent;

public sealed record PaceSet(int Goals) : IEvent;

public sealed record PilotSet(Pilot Pilot) : IEvent;

public sealed record ContestSettled(ContestOutcome Outcome) : IEvent;

public sealed record PlanVersionSigned([Capital] int Number) : IEvent;

public sealed record ProgramSubmitted(int TermsVersion, [Code] string TermsHash) : IEvent;

public sealed record CommentWithdrawn() : IEvent;

public sealed record PlanVersionWithdrawn([Capital] int Number) : IEvent;

public sealed record ProductWithdrawn() : IEvent;

public sealed record ProgramRecordWithdrawn() : IEvent;

public sealed record ProgramDecidedByHead(ApprovalDecision Decision) : IEvent;
