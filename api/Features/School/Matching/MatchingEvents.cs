using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

public sealed record MatchRequestAnswered(MatchSide Side, [Capital] bool Yes, MatchRequestStatus Status) : IEvent;

public sealed record MatchGroupClosed() : IEvent;

public sealed record MatchRequestWithdrawn() : IEvent;

public sealed record MatchRequestClosed(MatchRequestReason Reason) : IEvent;

public sealed record MatchVetoLifted() : IEvent;

public sealed record MatchLocked([Capital] Guid MentorId) : IEvent;

public sealed record MatchRequestLeft([Code] string Closed = "MatchRequest") : IEvent;

public sealed record MatchGroupOpened([Capital] Guid MentorId, [Capital, Code] string? AreaCode, [Capital] int Seats) : IEvent;

public sealed record MatchesProposed(int Pairs, int LeftOut) : IEvent;

public sealed record RegionMatchesProposed([Capital, Code] string Code, [Capital] Guid Id, [Capital] int Pairs) : IEvent;

public sealed record SchoolMatchesProposed(int Pairs) : IEvent;

public sealed record RegionWithoutMatches([Capital, Code] string Code, int Mentees) : IEvent;

public sealed record MatchReleased() : IEvent;

public sealed record MatchRequestSent([Capital] Guid MentorId, [Capital] Guid MenteeId, [Capital] Guid? GroupId) : IEvent;

public sealed record MatchVetoSet([Capital] Guid MentorId, [Capital] Guid MenteeId) : IEvent;
