using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

public sealed record PracticeMaterialAdded([Capital, Code] string MediaType, [Capital] int Size) : IEvent;

public sealed record AuthorshipAnswered([Capital] bool Named) : IEvent;

public sealed record PracticeDrafted() : IEvent;

public sealed record PracticeMoved(PracticeStep Step) : IEvent;

public sealed record PracticeReviewed([Capital] bool Recommended) : IEvent;

public sealed record PracticeRevised() : IEvent;

public sealed record PracticeUsed(PracticeUseKind Kind) : IEvent;

public sealed record PracticeMaterialWithdrawn() : IEvent;
