using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

public sealed record ResourceAdded([Code] string Kind) : IEvent;

public sealed record ResourceRevised() : IEvent;

public sealed record ResourceMoved(ResourceStep Step) : IEvent;

public sealed record ResourceRunOpened(Guid ResourceId, DateOnly StartsOn, int Places) : IEvent;

/// <summary>Its days have changed, or only its places.</summary>
public sealed record ResourceRunRevised(Guid ResourceId, DateOnly StartsOn, DateOnly EndsOn, bool DaysChanged) : IEvent;

public sealed record ResourceRunCalledOff(Guid ResourceId) : IEvent;

public sealed record ResourcePlaceTaken(Guid ResourceId) : IEvent;

public sealed record ResourcePlaceGivenUp(Guid ResourceId) : IEvent;
