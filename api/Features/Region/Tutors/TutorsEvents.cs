using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

public sealed record TutorAdded(Guid PersonId, int Capacity) : IEvent;

public sealed record TutorRevised(int Capacity, bool AcceptsNew) : IEvent;

public sealed record TutorLeft(Guid PersonId) : IEvent;

public sealed record TutorAsked(Guid BodyId) : IEvent;

public sealed record TutorProposed() : IEvent;

public sealed record TutoringAnswered(bool Yes) : IEvent;

public sealed record TutoringRefused(TutoringStatus Status) : IEvent;

/// <summary>Another tutor is offered in place of the present one.</summary>
public sealed record TutoringHandedOver(Guid FormerId) : IEvent;

public sealed record TutoringEnded() : IEvent;

/// <summary>The teacher took the wish back or ended the work.</summary>
public sealed record TutoringLeft(TutoringStatus Status) : IEvent;

/// <summary>It ended as the teacher or the tutor has left, or as the school or the body has come to its end.</summary>
public sealed record TutoringLapsed(TutoringStatus Status) : IEvent;

public sealed record TutoringCommented() : IEvent;

/// <summary>A side has said how a subject stands.</summary>
public sealed record TutoringMarked(TutoringSubject Subject, TutoringSide Side, bool Differs) : IEvent;

public sealed record ConsultationSet() : IEvent;

public sealed record ConsultationCalledOff() : IEvent;

public sealed record ConsultationRecorded(bool Held) : IEvent;
