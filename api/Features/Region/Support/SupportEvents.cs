using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

// Support is written into the trails of both organizations, each with the other's id.

public sealed record BodyAdded([Code] string Kind) : IEvent;

public sealed record BodyRevised() : IEvent;

/// <summary>A body stands behind the organization from now on, or from a day to come: one act, whatever the services.</summary>
public sealed record SupportOpened(Guid BodyId, [Code] string Services, DateOnly StartsOn, DateOnly? EndsOn) : IEvent;

/// <summary>The same, as the body's own trail holds it.</summary>
public sealed record SupportTaken([Code] string Services, int Organizations, int Links) : IEvent;

public sealed record SupportRevised(Guid BodyId, DateOnly StartsOn, DateOnly? EndsOn) : IEvent;

public sealed record SupportEnded(Guid BodyId, [Code] string Service, DateOnly EndsOn) : IEvent;

/// <summary>The same, as the body's own trail holds it.</summary>
public sealed record SupportGivenUp(Guid OrganizationId, [Code] string Service, DateOnly EndsOn) : IEvent;

/// <summary>The body has come to its end, and its support with it.</summary>
public sealed record SupportLost(Guid BodyId, DateOnly EndsOn) : IEvent;

/// <summary>The organization that was supported has come to its end.</summary>
public sealed record SupportedLost(Guid OrganizationId, DateOnly EndsOn) : IEvent;

/// <summary>What rests on one agreement ends within a month.</summary>
public sealed record SupportNearsEnd() : IEvent;
