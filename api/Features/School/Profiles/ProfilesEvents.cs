using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

public sealed record MentorResultAdded(Guid Result) : IEvent;

public sealed record ProfileConfirmed() : IEvent;

public sealed record ResultDecided(Guid Result, MentorResultStatus Status) : IEvent;

public sealed record LearningRequestDrafted(Guid Request) : IEvent;

public sealed record WishExpressed(Wish Wish) : IEvent;

public sealed record LearningRequestMoved(Guid Request, LearningRequestStatus Status) : IEvent;

public sealed record MentorProfileMoved() : IEvent;

public sealed record SelfStepReached(Guid Step) : IEvent;

public sealed record MentorProfileReopened(MentorStatus Status) : IEvent;

public sealed record MentorResultReopened(Guid Result, MentorResultStatus Status) : IEvent;

public sealed record MenteeProfileSaved(int Difficulties, int Steps) : IEvent;

public sealed record MentorProfileSaved(MentorStatus Status, [Capital] int CapacityPrograms, [Capital] int CapacityHours) : IEvent;

public sealed record MenteeStatusSet(MenteeStatus Status) : IEvent;

public sealed record MentorResultWithdrawn(Guid Result) : IEvent;

public sealed record WishWithdrawn() : IEvent;
