using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

public sealed record RegisterKindsAnswered(Guid Import, IReadOnlyList<AnswerRegisterKinds.Answer> Answers) : IEvent;

public sealed record EmploymentMoved(Guid? To, [Capital] DateOnly EndedOn) : IEvent;

public sealed record EmploymentKept(Guid? StaysFrom) : IEvent;

public sealed record FileCancelled() : IEvent;

public sealed record RegisterFileCancelled(Guid Import) : IEvent;

public sealed record EmploymentChanged([Capital, Code] string PositionCode, [Capital] bool IsMain, DateOnly From, bool Turns) : IEvent;

public sealed record FileConfirmed([Capital] bool SkipProblemRows, [Capital] bool ConfirmMassChange) : IEvent;

public sealed record RegisterFileConfirmed(Guid Import, [Capital] bool SkipProblemRows, [Capital] bool ConfirmMassChange) : IEvent;

public sealed record EmploymentEnded(DateOnly EndedOn, [Capital] EndReason Reason) : IEvent;

public sealed record PersonEntered([Capital, Code] string Hash) : IEvent;

public sealed record StaffListMatched([Capital] bool IsWhole, IReadOnlyList<StaffField> Fields) : IEvent;

public sealed record PersonRevised([Code] IReadOnlyList<string> Changed) : IEvent;

public sealed record StaffEditUndone(StaffEditKind Undone, Guid Edit) : IEvent;

public sealed record OrganizationRegisterUploaded(Guid Import, [Capital, Code] string Hash, [Code] string? Region) : IEvent;

public sealed record RosterUploaded([Capital, Code] string Hash) : IEvent;

public sealed record StaffListUploaded([Capital, Code] string Hash) : IEvent;

public sealed record FileApplied(Guid Import, int Problems, [Capital] int Creates, [Capital] int Updates, [Capital] int Ends) : IEvent;
