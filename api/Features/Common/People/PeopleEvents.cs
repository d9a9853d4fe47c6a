using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

public sealed record MentoringNeedCleared(int Year) : IEvent;

public sealed record PersonDeparted([Code] string Departed, DateOnly LeftOn) : IEvent;

public sealed record MentoringNeedSet([Capital] int SchoolYear, [Capital] NeedCategory Category) : IEvent;

public sealed record PeopleMerged(Guid Merge, Guid Absorbed, [Capital] int Moved, [Capital] int Kept) : IEvent;

public sealed record PeopleUnmerged(Guid Merge, Guid Absorbed) : IEvent;
