using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

// A delegation is written into the trails of both organizations, each with the other's id.

public sealed record DelegationSent(Component Component, [Capital] Guid TakerId) : IEvent;

public sealed record DelegationReceived(Component Component, [Capital] Guid OrganizationId) : IEvent;

public sealed record GivenDelegationMoved(DelegationStep Step, Component Component, [Capital] Guid TakerId) : IEvent;

public sealed record TakenDelegationMoved(DelegationStep Step, Component Component, [Capital] Guid OrganizationId) : IEvent;

/// <summary>One of the two organizations has come to its end, and the delegation with it.</summary>
public sealed record GivenDelegationSettled(DelegationStep Step, Component Component, [Capital] Guid TakerId) : IEvent;

/// <inheritdoc cref="GivenDelegationSettled"/>
public sealed record TakenDelegationSettled(DelegationStep Step, Component Component, [Capital] Guid OrganizationId) : IEvent;

/// <summary>It is in force for a few days more.</summary>
public sealed record DelegationNearsEnd() : IEvent;
